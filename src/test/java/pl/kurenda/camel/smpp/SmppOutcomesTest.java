package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.component.smpp.SmppException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.EnquireLinkResp;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.util.StringParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.delivery.smsc.SubmitOutcome.Accepted;
import pl.kurenda.delivery.smsc.SubmitOutcome.NotSent;
import pl.kurenda.delivery.smsc.SubmitOutcome.Refused;
import pl.kurenda.delivery.smsc.SubmitOutcome.Unknown;

class SmppOutcomesTest {

    private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();

    static Stream<Arguments> inTheSession() {
        return Stream.of(
                Arguments.of(new SmppException(new NegativeResponseException(0x0b)), new Refused(0x0b)),
                Arguments.of(new SmppException(new NegativeResponseException(0x58)), new Refused(0x58)),
                Arguments.of(new SmppException(new GenericNackResponseException("nack", 3)), new Refused(3)),
                Arguments.of(
                        new SmppException(new PDUStringException("too long", StringParameter.SOURCE_ADDR)),
                        new NotSent("PDUStringException", true)),
                Arguments.of(new SmppException(new PDUException("bad")), new NotSent("PDUException", true)),
                Arguments.of(
                        new SmppException(new IOException("Cannot submit_sm while session abc in state CLOSED")),
                        new NotSent("NO_SESSION", false)),
                Arguments.of(new SmppException(new ResponseTimeoutException("30000")), new Unknown("NOT_IN_TIME")),
                Arguments.of(new SmppException(new SocketException("Broken pipe")), new Unknown("LOST_WHILE_SENDING")),
                Arguments.of(
                        new SmppException(new ConnectException("Connection refused")),
                        new Unknown("LOST_WHILE_SENDING")),
                Arguments.of(new SmppException(new InvalidResponseException("cut")), new Unknown("LOST_BEFORE_ANSWER")),
                Arguments.of(new RejectedExecutionException("stopping"), new Unknown("RejectedExecutionException")),
                Arguments.of(new IllegalStateException("48501234567"), new Unknown("IllegalStateException")));
    }

    @ParameterizedTest
    @MethodSource("inTheSession")
    void onlyWhatIsProvenIsCalledNotSent(Exception failure, SubmitOutcome outcome) {
        assertThat(SmppOutcomes.of(exchange(true, failure))).isEqualTo(outcome);
        Exception wrapped = new CamelExecutionException("wrapped", exchange(true, null), failure);
        assertThat(SmppOutcomes.of(exchange(true, wrapped))).isEqualTo(outcome);
    }

    static Stream<Arguments> beforeTheSession() {
        return Stream.of(
                Arguments.of(new SmppNotBound("no session"), new NotSent("SmppNotBound", false)),
                Arguments.of(
                        new RejectedExecutionException("stopping"), new NotSent("RejectedExecutionException", false)),
                Arguments.of(new IllegalArgumentException("0 octets"), new NotSent("IllegalArgumentException", true)),
                Arguments.of(null, new NotSent("ROUTE_BROKEN", false)));
    }

    @ParameterizedTest
    @MethodSource("beforeTheSession")
    void whateverFailsBeforeTheSessionIsNotSent(Exception failure, SubmitOutcome outcome) {
        assertThat(SmppOutcomes.of(exchange(false, failure))).isEqualTo(outcome);
    }

    @Test
    void anAnswerGivesTheId() {
        Exchange exchange = exchange(true, null);
        exchange.getMessage().setHeader(SmppConstants.ID, List.of("0a1b"));
        assertThat(SmppOutcomes.of(exchange)).isEqualTo(new Accepted("0a1b"));
    }

    @Test
    void anAnswerWithoutAnIdIsAccepted() {
        Exchange exchange = exchange(true, null);
        exchange.getMessage().setHeader(SmppConstants.ID, List.of(""));
        assertThat(SmppOutcomes.of(exchange)).isEqualTo(new Accepted(""));
        assertThat(SmppOutcomes.ofAnswer(new SubmitSmResp())).isEqualTo(new Accepted(""));
    }

    @Test
    void somethingElseThanAnAnswerToASubmitIsUnknown() {
        assertThat(SmppOutcomes.of(exchange(true, null))).isInstanceOf(Unknown.class);
        assertThat(SmppOutcomes.ofAnswer(new EnquireLinkResp())).isInstanceOf(Unknown.class);
    }

    private static Exchange exchange(boolean handedOver, Exception failure) {
        Exchange exchange = new DefaultExchange(CONTEXT);
        if (handedOver) {
            exchange.setProperty("kurendaHandedOver", true);
        }
        if (failure != null) {
            exchange.setException(failure);
        }
        return exchange;
    }
}
