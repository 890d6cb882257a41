package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmppReaderTest {
    private static final int ENQUIRE_LINK = 0x15;

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 8, 15, 131_073, Integer.MAX_VALUE})
    void aLengthThatCannotBeEndsTheConnection(int length) {
        assertThatThrownBy(() -> new SmppReader().readPDUHeader(header(length)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("command_length");
    }

    @Test
    void aHeaderIsRead() throws IOException {
        assertThat(new SmppReader().readPDUHeader(header(16)).getCommandId()).isEqualTo(ENQUIRE_LINK);
    }

    @Test
    void whatIsTakenTheLibraryDoesNotSee() throws IOException {
        SmppReader reader = new SmppReader();
        List<Integer> offered = new ArrayList<>();
        reader.offerTo((header, pdu) -> {
            offered.add(header.getSequenceNumber());
            return header.getSequenceNumber() < 3;
        });
        DataInputStream in = pdus(1, 2, 3, 4);

        Command left = reader.readPDUHeader(in);

        assertThat(offered).containsExactly(1, 2, 3);
        assertThat(left.getSequenceNumber()).isEqualTo(3);
        assertThat(ByteBuffer.wrap(reader.readPDU(in, left)).getInt(12)).isEqualTo(3);
        assertThat(reader.readPDUHeader(in).getSequenceNumber()).isEqualTo(4);
    }

    private static DataInputStream pdus(int... numbers) {
        ByteBuffer octets = ByteBuffer.allocate(16 * numbers.length);
        for (int number : numbers) {
            octets.putInt(16).putInt(ENQUIRE_LINK).putInt(0).putInt(number);
        }
        return new DataInputStream(new ByteArrayInputStream(octets.array()));
    }

    private static DataInputStream header(int length) {
        byte[] octets = ByteBuffer.allocate(32)
                .putInt(length)
                .putInt(ENQUIRE_LINK)
                .putInt(0)
                .putInt(1)
                .array();
        return new DataInputStream(new ByteArrayInputStream(octets));
    }
}
