package pl.kurenda.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.read.FoundReminder;
import pl.kurenda.money.Grosze;

/** A reminder as its vendor sees it. The phone number is masked, because the vendor already has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderView(
        String id,
        String source,
        int line,
        String reference,
        String phone,
        String amount,
        String due,
        String state,
        String reason,
        @JsonProperty("state_at") String stateAt,
        @JsonProperty("sent_at") String sentAt) {

    static ReminderView of(FoundReminder reminder, ZoneId zone) {
        return new ReminderView(
                String.valueOf(reminder.id()),
                SandboxSource.settingsName(reminder.source()),
                reminder.line(),
                reminder.reference(),
                reminder.maskedPhone(),
                Grosze.plain(reminder.grosze()),
                reminder.due() == null ? null : reminder.due().toString(),
                // CLAIMED is internal and is shown as QUEUED
                (reminder.state() == ReminderState.CLAIMED ? ReminderState.QUEUED : reminder.state()).name(),
                reminder.reason(),
                BatchViews.time(reminder.stateAt(), zone),
                BatchViews.time(reminder.sentAt(), zone));
    }
}
