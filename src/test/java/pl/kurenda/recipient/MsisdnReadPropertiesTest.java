package pl.kurenda.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pl.kurenda.recipient.PhoneReading.Mobile;

/** Properties of phone cells of any kind. */
class MsisdnReadPropertiesTest {

    @Property
    void noCellThrows(@ForAll String cell) {
        assertThat(Msisdn.read(cell)).isNotNull();
    }

    @Property
    void noCellThatLooksLikeANumberThrows(@ForAll("numberLike") String cell) {
        assertThat(Msisdn.read(cell)).isNotNull();
    }

    @Property
    void separatorsDoNotChangeTheVerdict(@ForAll("separators") String separators) {
        StringBuilder spelt = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            spelt.append("501234567".charAt(i)).append(separators.charAt(i));
        }
        assertThat(Msisdn.read(spelt.toString())).isEqualTo(new Mobile(new Msisdn("48501234567")));
    }

    /** Whatever the order and the dividers, the first mobile is taken. */
    @Property
    void ofSeveralNumbersTheFirstMobileIsTaken(
            @ForAll("landlines") List<String> landlines, @ForAll("dividers") String divider) {
        List<String> numbers = new ArrayList<>(landlines);
        numbers.add("501 234 567");
        numbers.add("601 234 567");
        assertThat(Msisdn.read(String.join(divider, numbers))).isEqualTo(new Mobile(new Msisdn("48501234567")));
    }

    @Provide
    Arbitrary<List<String>> landlines() {
        return Arbitraries.of("22 628 12 34", "226281234", "(22) 628-12-34", "+48 22 628 12 34")
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> dividers() {
        return Arbitraries.of(",", ", ", ";", " ; ", "|", "\n", "\r\n", " / ", " lub ", " i ", " or ");
    }

    @Provide
    Arbitrary<String> numberLike() {
        return Arbitraries.strings().withChars("0123456789+ -()./x;#*").ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.strings().withChars(" \t\u00A0\u202F-./()[]").ofLength(9);
    }
}
