package pl.kurenda.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import pl.kurenda.MovableClock;
import pl.kurenda.ledger.batch.BatchCloser;
import pl.kurenda.ledger.batch.BatchCounters;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.CanaryRelease;
import pl.kurenda.ledger.batch.DuplicateDebtCheck;
import pl.kurenda.ledger.batch.FullExports;
import pl.kurenda.ledger.batch.GateFacts;
import pl.kurenda.ledger.batch.JdbcBatches;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.core.BulkTransition;
import pl.kurenda.ledger.core.CounterRollup;
import pl.kurenda.ledger.core.JpaAuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SegmentPrices;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.decision.DecisionRules;
import pl.kurenda.ledger.decision.Decisions;
import pl.kurenda.ledger.decision.FileDecisions;
import pl.kurenda.ledger.decision.JdbcDecisions;
import pl.kurenda.ledger.dispatch.ClaimedBatches;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.DispatchQueue;
import pl.kurenda.ledger.dispatch.JdbcDispatchQueue;
import pl.kurenda.ledger.dispatch.OpenBatches;
import pl.kurenda.ledger.dispatch.RateBlocks;
import pl.kurenda.ledger.dispatch.RateBooks;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.dispatch.SubmitResults;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.Holds;
import pl.kurenda.ledger.gate.ReleasePolicy;
import pl.kurenda.ledger.inbox.InboundMessage;
import pl.kurenda.ledger.inbox.Inbox;
import pl.kurenda.ledger.inbox.OptOutRequests;
import pl.kurenda.ledger.optout.Confirmations;
import pl.kurenda.ledger.optout.OptOutList;
import pl.kurenda.ledger.optout.OptOutSweep;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.ledger.payment.Payments;
import pl.kurenda.ledger.phones.JdbcPhoneLookup;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.ledger.read.ReminderHistories;
import pl.kurenda.ledger.read.ReminderSearch;
import pl.kurenda.ledger.receipt.JdbcReceipts;
import pl.kurenda.ledger.receipt.MissingReceipts;
import pl.kurenda.ledger.receipt.OverdueReceipts;
import pl.kurenda.ledger.receipt.ReceiptInbox;
import pl.kurenda.ledger.receipt.ReceiptSettlement;
import pl.kurenda.ledger.receipt.UnknownReminders;
import pl.kurenda.ledger.report.BilledDays;
import pl.kurenda.ledger.upkeep.Upkeep;

/** A ledger on a separate database, with as many nodes as a test needs. */
public final class LedgerFixture extends DatabaseFacts {
    public static final SmscIdentity REAL = new SmscIdentity("smsc", false);
    public static final SmscIdentity DEMO = new SmscIdentity("simulator", true);

    private final ApplicationContext context = EntityFixture.on(dataSource);
    private final EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
    private final EntityManager entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    private final List<NodeLease> leases = new ArrayList<>();
    /** Prices of the accounts; at first, as calculated at intake. */
    public SegmentPrices prices = (source, account) -> null;

    /** Its database. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Makes a class of the ledger by its only constructor. Repositories are package-private, so they come from the context.
     *
     * @param others arguments that are no repositories, in any order
     */
    <T> T make(Class<T> type, Object... others) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = Stream.of(constructor.getParameterTypes())
                .map(parameter -> Stream.of(others)
                        .filter(parameter::isInstance)
                        .findFirst()
                        .orElseGet(() -> context.getBean(parameter)))
                .toArray();
        try {
            return type.cast(constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public LedgerJdbc books() {
        return new LedgerJdbc(dataSource, entities, new JpaTransactionManager(factory));
    }

    /** Decisions made by a process without a lease, next to the nodes. */
    public Decisions decisions() {
        return decisionBooks();
    }

    private JdbcDecisions decisionBooks() {
        LedgerJdbc books = books();
        StateHistory changes = new StateHistory(books, clock);
        return new JdbcDecisions(books, changes, new DecisionRules(books, changes), audit(), clock);
    }

    /** Decisions about files, made by a process without a lease. */
    public FileDecisions fileDecisions() {
        LedgerJdbc books = books();
        return new FileDecisions(
                books, new StateHistory(books, clock), decisionBooks(), new BatchCounters(books), audit());
    }

    /** What the clerk's pages read and decide. */
    public PageFixture pages() {
        return new PageFixture(
                files(),
                new ReminderSearch(books(), stories()),
                new ClerkActions(books(), audit(), decisions(), fileDecisions()),
                make(OptOutList.class));
    }

    /** The files, as the pages read them. */
    public FileArchive files() {
        return make(FileArchive.class, books(), new BatchCounters(books()));
    }

    /** The audit log. */
    JpaAuditLog audit() {
        return make(JpaAuditLog.class, books(), clock);
    }

    private ReminderHistories stories() {
        return make(ReminderHistories.class);
    }

    /** The opt-outs, as a command changes them. */
    public OptOuts optOuts() {
        return node("alive").optOuts;
    }

    /** The phones missing from exports, as a command imports them. */
    public PhoneLookup phoneLookup() {
        LedgerJdbc books = books();
        return new JdbcPhoneLookup(books, new StateHistory(books, clock));
    }

    /** The permissions of vendors and the callbacks to them. */
    public VendorFixture vendors() {
        return new VendorFixture(this, clock);
    }

    /** The payments. */
    public Payments payments() {
        return PaymentFixture.of(books(), clock);
    }

    /** The requests of residents, as a live node settles them. */
    public OptOutRequests stopRequests() {
        return node("alive").stops;
    }

    /** Entry point for receipts and requests. */
    public ReceiptInbox inbox() {
        return node("alive").inbox;
    }

    /**
     * Loads a file with this number of rows, from line 2 on. The phone of a line is {@code 48501} and its six digits.
     */
    public void load(String file, int rows) {
        node("alive").load(file, rows);
    }

    /** Entry point for files on a live node. */
    public Batches batches() {
        return node("alive").batches;
    }

    /** The upkeep of a live node. */
    public Upkeep upkeep() {
        return node("alive").upkeep.jobs();
    }

    /** The time lines of the SMSCs' rates, as a node sees them. */
    public RateBlocks rate() {
        return node("alive").rate;
    }

    /** The clock of the office. */
    public MovableClock clock() {
        return clock;
    }

    /** Loads a file with this number of rows, from line 2 on, and leaves them UNKNOWN. */
    public void leaveUnknown(String file, int rows) {
        Node node = node("dead");
        node.load(file, rows);
        node.submitting(rows);
        dies(node);
        node("alive").upkeep.tidy(Duration.ofHours(72));
    }

    /** Loads a file with two amounts for one debt, in lines 2 and 3: both are HELD. */
    public void holdTwoAmounts(String file) {
        node("alive").load(file, List.of(row(2, file, 500, 1), row(3, file, 700, 1)));
    }

    /** Loads a file with this number of rows, from line 2 on, that the gate holds, and returns its id. */
    public long holdFile(String file, int rows) {
        ReleasePolicy held = new ReleasePolicy(
                facts -> List.of(Finding.of("ONE_PHONE", 30, 20)),
                ReleasePolicy.NONE.budget(),
                ReleasePolicy.NONE.canary(),
                false,
                true);
        return node("alive").load(file, rows(2, rows + 1), held).batchId();
    }

    public Node node(String name) {
        return node(name, REAL);
    }

    public Node node(String name, SmscIdentity smsc) {
        Node node = new Node(name, smsc);
        leases.add(node.lease);
        return node;
    }

    /** The entities that the route of receipts persists. */
    public List<Object> entries(List<? extends InboundMessage> delivered) {
        return new Inbox().entries(delivered);
    }

    /** Persists what the jpa: component would persist. */
    public void receive(List<Object> receipts) {
        new org.springframework.transaction.support.TransactionTemplate(new JpaTransactionManager(factory))
                .executeWithoutResult(status -> receipts.forEach(entities::persist));
    }

    /** Ends the lease of a node as if the node had died 20 seconds ago. */
    public void dies(Node node) {
        node.lease.stop();
    }

    /** The periodic jobs, run one after another. */
    public record AllJobs(Upkeep jobs) {
        public void tidy(Duration receiptWindow) {
            jobs.releaseDead();
            jobs.expire();
            jobs.closeOverdue(receiptWindow);
            jobs.count();
        }
    }

    /** One daemon's view of the ledger. */
    public final class Node {
        public final NodeLease lease;
        public final Batches batches;
        public final DispatchQueue dispatches;
        public final DispatchQueue sandbox;
        public final ReceiptInbox inbox;
        public final AllJobs upkeep;
        public final OptOuts optOuts;
        public final OptOutRequests stops;
        public final MissingReceipts unanswered;
        public final RateBlocks rate;

        Node(String name, SmscIdentity smsc) {
            LedgerJdbc books = books();
            StateHistory changes = new StateHistory(books, clock);
            lease = new NodeLease(books, name);
            LoadingLease ownership = new LoadingLease(books, lease, smsc);
            BatchCounters figures = new BatchCounters(books);
            OptOutSweep sweep = new OptOutSweep(books, changes);
            FullExports fullExports = new FullExports(books, changes, ownership);
            batches = new JdbcBatches(
                    books,
                    changes,
                    figures,
                    new DuplicateDebtCheck(books, changes, ownership, sweep),
                    ownership,
                    new BatchCloser(
                            books,
                            changes,
                            figures,
                            new GateFacts(books, ownership, fullExports),
                            new Holds(books, ownership, clock)),
                    fullExports,
                    new CanaryRelease(books, changes, figures, ownership),
                    sweep);
            ReceiptSettlement settlement =
                    new ReceiptSettlement(books, changes, Optional.of((source, account) -> prices.of(source, account)));
            BulkTransition moves = new BulkTransition(books, changes, lease, clock);
            ClaimedBatches inHand = new ClaimedBatches(books, moves);
            SubmitResults submits = new SubmitResults(books, changes, lease, smsc, settlement);
            dispatches =
                    new JdbcDispatchQueue(books, changes, lease, new OpenBatches(books, smsc), submits, sweep, inHand);
            sandbox = new LedgerConfiguration().sandboxDispatches(books, changes, lease, submits, sweep, inHand);
            inbox = new JdbcReceipts(books, settlement, new UnknownReminders(books), clock);
            unanswered = new MissingReceipts(books, settlement, clock);
            rate = new RateBooks(books);
            optOuts = make(OptOuts.class, books, audit(), changes, sweep);
            stops = make(OptOutRequests.class, books, changes, optOuts, new Confirmations(books, changes, lease, smsc));
            OverdueReceipts overdue = new OverdueReceipts(books, moves, clock);
            upkeep = new AllJobs(new Upkeep(
                    moves, inHand, overdue, new CounterRollup(books), new BilledDays(books, clock), changes));
        }

        /** Loads a file with this number of rows. */
        public BatchTotals load(String name, int rows) {
            List<NewReminder> all = java.util.stream.IntStream.rangeClosed(2, rows + 1)
                    .mapToObj(LedgerFixture.this::row)
                    .toList();
            return load(name, all);
        }

        public BatchTotals load(String name, List<NewReminder> rows) {
            return load(name, rows, ReleasePolicy.NONE);
        }

        public BatchTotals load(String name, List<NewReminder> rows, ReleasePolicy terms) {
            long batch = begin(name);
            batches.load(batch, rows, List.of());
            return batches.finish(batch, rows.size(), terms);
        }

        public long begin(String name) {
            return ((Opening.Load) batches.open(file(name), "UTF-8", ';')).batchId();
        }

        public List<ClaimedReminder> submitting(int limit) {
            return dispatches.submitting(dispatches.claim(limit, source -> true));
        }

        public void accepted(ClaimedReminder reminder, String... messageIds) {
            List<SegmentOutcome> answers = new ArrayList<>();
            for (String id : messageIds) {
                answers.add(
                        new SegmentOutcome(answers.size() + 1, ReminderState.ENROUTE, id, 0, null, clock.instant()));
            }
            dispatches.record(List.of(
                    new SubmitReport(reminder.id(), reminder.fence(), ReminderState.ENROUTE, null, null, answers)));
        }
    }
}
