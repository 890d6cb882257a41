package pl.kurenda.web.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pl.kurenda.intake.answer.ReplyFileLinks;
import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.ledger.read.FileEntry;
import pl.kurenda.web.support.Numbers;
import pl.kurenda.web.support.PageNotFound;

/** Serves the reply files of a file by its id: no address contains a path or a name. */
@Controller
class AnswersController {
    private final FileArchive archive;
    private final ReplyFileLinks answers;
    private final ClerkActions clerkActions;

    AnswersController(FileArchive archive, ReplyFileLinks answers, ClerkActions clerkActions) {
        this.archive = archive;
        this.answers = answers;
        this.clerkActions = clerkActions;
    }

    @GetMapping("/files/" + Numbers.ID + "/receipt")
    ResponseEntity<Resource> receipt(@PathVariable long id) throws IOException {
        return answer(id, ReplyFileLinks.Kind.RECEIPT, MediaType.APPLICATION_JSON);
    }

    @GetMapping("/files/" + Numbers.ID + "/rejected")
    ResponseEntity<Resource> rejected(@PathVariable long id, Principal reader) throws IOException {
        // the reply uses the charset of the export, which the browser does not need to know to save it
        ResponseEntity<Resource> rows = answer(id, ReplyFileLinks.Kind.REJECTED, MediaType.APPLICATION_OCTET_STREAM);
        clerkActions.takeRejected(id, reader.getName());
        return rows;
    }

    private ResponseEntity<Resource> answer(long id, ReplyFileLinks.Kind kind, MediaType type) throws IOException {
        FileEntry file = archive.entry(id).orElseThrow(PageNotFound::exception);
        Optional<InputStream> octets = answers.open(kind, file.source(), file.file());
        ContentDisposition name = ContentDisposition.attachment()
                .filename(kind.nameFor(file.file()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(new InputStreamResource(octets.orElseThrow(PageNotFound::exception)));
    }
}
