package pl.kurenda.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import pl.kurenda.intake.submission.BodyFiles;
import pl.kurenda.intake.submission.BodyFiles.Kind;
import pl.kurenda.intake.submission.IncomingBody;
import pl.kurenda.intake.submission.SubmissionDesk;
import pl.kurenda.intake.submission.SubmissionResult;
import pl.kurenda.intake.submission.Trial;
import pl.kurenda.intake.submission.Trials;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.Submission;

/** Receives batches. */
@RestController
@RequestMapping("/api/v1")
class BatchesController {
    /** Bytes of an upload. */
    static final long LARGEST = 64L << 20;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final VendorScope vendorScope;
    private final BodyFiles bodies;
    private final SubmissionDesk desk;
    private final Trials trials;
    private final BodyConcurrencyLimit turns;

    BatchesController(
            VendorScope vendorScope, BodyFiles bodies, SubmissionDesk desk, Trials trials, BodyConcurrencyLimit turns) {
        this.vendorScope = vendorScope;
        this.bodies = bodies;
        this.desk = desk;
        this.trials = trials;
        this.turns = turns;
    }

    @PostMapping(path = "/sources/{source}/batches", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> reminders(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String source,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            InputStream body)
            throws IOException {
        String ledgerName = vendorScope.source(caller, source);
        check(key);
        Path written =
                bodies.aside(ledgerName, body, ReminderBody.LARGEST).orElseThrow(() -> tooLarge(ReminderBody.LARGEST));
        try {
            return turns.take(null, () -> {
                try (InputStream json = Files.newInputStream(written)) {
                    return take(bodies.rows(ledgerName, ReminderBody.read(json)), caller, key, dryRun);
                }
            });
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @PostMapping(
            path = "/sources/{source}/batches",
            consumes = {"text/csv", "text/plain", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> csv(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String source,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            InputStream body)
            throws IOException {
        return upload(caller, source, key, Kind.CSV, body, dryRun);
    }

    @PostMapping(path = "/sources/{source}/batches", consumes = XLSX)
    ResponseEntity<Object> workbook(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String source,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            InputStream body)
            throws IOException {
        return upload(caller, source, key, Kind.XLSX, body, dryRun);
    }

    @PostMapping(path = "/sources/{source}/batches", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> form(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String source,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestParam MultipartFile file)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        boolean workbook = XLSX.equals(file.getContentType()) || name.endsWith(".xlsx");
        try (InputStream body = file.getInputStream()) {
            return upload(caller, source, key, workbook ? Kind.XLSX : Kind.CSV, body, dryRun);
        }
    }

    private ResponseEntity<Object> upload(
            ApiGrant caller, String source, String key, Kind kind, InputStream body, boolean dryRun)
            throws IOException {
        String ledgerName = vendorScope.source(caller, source);
        check(key);
        IncomingBody incomingBody =
                bodies.upload(ledgerName, kind, body, LARGEST).orElseThrow(() -> tooLarge(LARGEST));
        try {
            return turns.take(kind, () -> take(incomingBody, caller, key, dryRun));
        } catch (ApiProblem e) {
            if (e.code().equals(BodyConcurrencyLimit.BUSY)) {
                Files.deleteIfExists(incomingBody.path());
            }
            throw e;
        }
    }

    private static ApiProblem tooLarge(long allowed) {
        return new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", allowed);
    }

    private static void check(String key) {
        if (key != null && !key.matches("[\\x21-\\x7e]{1,190}")) {
            throw ApiProblem.badRequest("Idempotency-Key", "1-190 × ASCII 0x21–0x7E");
        }
    }

    private ResponseEntity<Object> take(IncomingBody incomingBody, ApiGrant caller, String key, boolean dryRun)
            throws IOException {
        return dryRun ? tryOut(incomingBody) : submit(incomingBody, caller, key);
    }

    private ResponseEntity<Object> tryOut(IncomingBody incomingBody) throws IOException {
        Trial trial = trials.run(incomingBody, BatchesController::refuse)
                .orElseThrow(() -> new IOException("a body was changed while it was looked at"));
        return ResponseEntity.ok(TrialView.of(trial, incomingBody.rows() != null));
    }

    private static void refuse(SubmissionResult.Unreadable unreadable) {
        throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "unreadable", unreadable.words(ApiTexts.locale()))
                .with("reason", unreadable.code());
    }

    private ResponseEntity<Object> submit(IncomingBody incomingBody, ApiGrant caller, String key) throws IOException {
        SubmissionResult result = desk.submit(incomingBody, caller, key);
        if (result instanceof SubmissionResult.Unreadable unreadable) {
            refuse(unreadable);
        }
        if (result instanceof SubmissionResult.OtherBody other) {
            throw new ApiProblem(HttpStatus.CONFLICT, "key-reused")
                    .with("batch", other.first().id());
        }
        Submission taken = ((SubmissionResult.Accepted) result).submission();
        String place = "/api/v1/batches/" + taken.id();
        // Repeated requests get the same response. The batch's own address shows its progress.
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, place)
                .body(Map.of("id", taken.id(), "url", place));
    }
}
