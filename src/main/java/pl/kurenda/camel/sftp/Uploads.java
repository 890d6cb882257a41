package pl.kurenda.camel.sftp;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.RemoteDrop;

/** Gives the upload routes their files and target names. */
@Component("uploads")
public class Uploads {

    /** Called when a file has been fetched. Returns what intake needs to know about it. */
    public RemoteDrop arrived(@ExchangeProperty(SftpDispositionStrategy.DROP) SftpDrop drop) throws IOException {
        drop.arrived();
        return drop;
    }

    /** The replies to a file, each a message with its path below the folder of the source. */
    public List<Message> answers(
            @Body FileDisposition fileDisposition,
            @ExchangeProperty(SftpDispositionStrategy.DROP) SftpDrop drop,
            Exchange exchange)
            throws IOException {
        List<Message> answers = new ArrayList<>();
        drop.answers(fileDisposition).forEach((name, file) -> answers.add(message(exchange, name, file.toFile())));
        return answers;
    }

    /** A report, which is uploaded under its own name. */
    public File report(@Body File report, Exchange exchange) {
        exchange.getMessage().setHeader(Exchange.FILE_NAME, report.getName());
        return report;
    }

    private static Message message(Exchange exchange, String name, File file) {
        Message message = new DefaultMessage(exchange.getContext());
        message.setHeader(Exchange.FILE_NAME, name);
        message.setBody(file);
        return message;
    }
}
