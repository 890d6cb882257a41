package pl.kurenda.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import pl.kurenda.MovableClock;
import pl.kurenda.ledger.batch.BatchBooks;
import pl.kurenda.ledger.batch.BatchClosing;
import pl.kurenda.ledger.batch.BatchFigures;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.Canaries;
import pl.kurenda.ledger.batch.Debts;
import pl.kurenda.ledger.batch.FullExports;
import pl.kurenda.ledger.batch.GateFacts;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.batch.RejectedRowRepository;
import pl.kurenda.ledger.batch.ReminderRepository;
import pl.kurenda.ledger.core.AuditBooks;
import pl.kurenda.ledger.core.AuditRepository;
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.core.Moves;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.Ownership;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SegmentPrices;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.core.TallyFold;
import pl.kurenda.ledger.decision.DecisionBooks;
import pl.kurenda.ledger.decision.DecisionRules;
import pl.kurenda.ledger.decision.Decisions;
import pl.kurenda.ledger.decision.Desk;
import pl.kurenda.ledger.decision.FileDecisions;
import pl.kurenda.ledger.dispatch.Claimed;
import pl.kurenda.ledger.dispatch.DispatchBooks;
import pl.kurenda.ledger.dispatch.Dispatches;
import pl.kurenda.ledger.dispatch.InHand;
import pl.kurenda.ledger.dispatch.OpenBatches;
import pl.kurenda.ledger.dispatch.RateBlocks;
import pl.kurenda.ledger.dispatch.RateBooks;
import pl.kurenda.ledger.dispatch.SegmentAnswer;
import pl.kurenda.ledger.dispatch.SubmitBooks;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.Holds;
import pl.kurenda.ledger.gate.Terms;
import pl.kurenda.ledger.inbox.Delivered;
import pl.kurenda.ledger.inbox.Inbox;
import pl.kurenda.ledger.inbox.StopRepository;
import pl.kurenda.ledger.inbox.StopRequests;
import pl.kurenda.ledger.optout.Confirmations;
import pl.kurenda.ledger.optout.OptOutChangeRepository;
import pl.kurenda.ledger.optout.OptOutList;
import pl.kurenda.ledger.optout.OptOutRepository;
import pl.kurenda.ledger.optout.OptOutSweep;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.ledger.payment.Payments;
import pl.kurenda.ledger.phones.PhoneBooks;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.ledger.read.BatchDecisionRepository;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.ledger.read.FileRepository;
import pl.kurenda.ledger.read.HistoryRepository;
import pl.kurenda.ledger.read.OutcomeRepository;
import pl.kurenda.ledger.read.ReminderSearch;
import pl.kurenda.ledger.read.ReminderStories;
import pl.kurenda.ledger.read.SegmentRepository;
import pl.kurenda.ledger.receipt.OverdueReceipts;
import pl.kurenda.ledger.receipt.ReceiptBooks;
import pl.kurenda.ledger.receipt.ReceiptInbox;
import pl.kurenda.ledger.receipt.Settlement;
import pl.kurenda.ledger.receipt.Unanswered;
import pl.kurenda.ledger.receipt.UnknownBooks;
import pl.kurenda.ledger.report.BilledDays;
import pl.kurenda.ledger.upkeep.Upkeep;

/** A ledger on a database of its own, with as many nodes as a test wants. */
public final class TestLedger extends TestFacts {
    public static final SmscIdentity REAL = new SmscIdentity("smsc", false);
    public static final SmscIdentity DEMO = new SmscIdentity("simulator", true);

    private final ApplicationContext context = TestEntities.on(dataSource);
    private final EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
    private final EntityManager entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    private final List<NodeLease> leases = new ArrayList<>();
    /** What the accounts charge; to begin with, as the intake reckoned. */
    public SegmentPrices prices = (source, account) -> null;

    /** Its database. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** A repository of the ledger. */
    <T> T repository(Class<T> type) {
        return context.getBean(type);
    }

    public Books books() {
        return new Books(dataSource, entities, new JpaTransactionManager(factory));
    }

    /** What is decided beside the nodes, by a process without a lease. */
    public Decisions decisions() {
        return decisionBooks();
    }

    private DecisionBooks decisionBooks() {
        Books books = books();
        Changes changes = new Changes(books, clock);
        return new DecisionBooks(books, changes, new DecisionRules(books, changes), audit(), clock);
    }

    /** What is decided about files, by a process without a lease. */
    public FileDecisions fileDecisions() {
        Books books = books();
        return new FileDecisions(books, new Changes(books, clock), decisionBooks(), new BatchFigures(books), audit());
    }

    /** What the pages of the clerk read and decide. */
    public TestPages pages() {
        return new TestPages(
                files(),
                new ReminderSearch(books(), stories()),
                new Desk(books(), audit(), decisions(), fileDecisions()),
                new OptOutList(repository(OptOutRepository.class), repository(OptOutChangeRepository.class)));
    }

    /** The files, as the pages read them. */
    public FileArchive files() {
        return new FileArchive(
                repository(FileRepository.class),
                repository(BatchDecisionRepository.class),
                repository(RejectedRowRepository.class),
                books(),
                new BatchFigures(books()));
    }

    /** The audit log. */
    AuditBooks audit() {
        return new AuditBooks(repository(AuditRepository.class), books(), clock);
    }

    private ReminderStories stories() {
        return new ReminderStories(
                repository(ReminderRepository.class),
                repository(SegmentRepository.class),
                repository(HistoryRepository.class),
                repository(OutcomeRepository.class));
    }

    /** The opt-outs, as a command changes them. */
    public OptOuts optOuts() {
        return node("alive").optOuts;
    }

    /** The phones that exports lack, as a command imports them. */
    public PhoneLookup phoneLookup() {
        Books books = books();
        return new PhoneBooks(books, new Changes(books, clock));
    }

    /** What vendors may do, and are told. */
    public TestVendors vendors() {
        return new TestVendors(this, clock);
    }

    /** What was paid. */
    public Payments payments() {
        return TestPayments.of(books(), clock);
    }

    /** The requests of residents, as a node that is alive settles them. */
    public StopRequests stopRequests() {
        return node("alive").stops;
    }

    /** Where receipts and requests come in. */
    public ReceiptInbox inbox() {
        return node("alive").inbox;
    }

    /** Loads a file of so many rows, from line 2 on; the phone of a line is {@code 48501} and its six digits. */
    public void load(String file, int rows) {
        node("alive").load(file, rows);
    }

    /** Where the files of a node that is alive come in. */
    public Batches batches() {
        return node("alive").batches;
    }

    /** The upkeep of a node that is alive. */
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

    /** Loads a file of so many rows, from line 2 on, and leaves them UNKNOWN. */
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

    /** Loads a file of so many rows, from line 2 on, that the gate holds, and gives its id. */
    public long holdFile(String file, int rows) {
        Terms held = new Terms(
                facts -> List.of(Finding.of("ONE_PHONE", 30, 20)),
                Terms.NONE.budget(),
                Terms.NONE.canary(),
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
    public List<Object> entries(List<? extends Delivered> delivered) {
        return new Inbox().entries(delivered);
    }

    /** Persists what the jpa: component would. */
    public void receive(List<Object> receipts) {
        new org.springframework.transaction.support.TransactionTemplate(new JpaTransactionManager(factory))
                .executeWithoutResult(status -> receipts.forEach(entities::persist));
    }

    /** The lease of a node ends as if it had died 20 seconds ago. */
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
        public final Dispatches dispatches;
        public final Dispatches sandbox;
        public final ReceiptInbox inbox;
        public final AllJobs upkeep;
        public final OptOuts optOuts;
        public final StopRequests stops;
        public final Unanswered unanswered;
        public final RateBlocks rate;

        Node(String name, SmscIdentity smsc) {
            Books books = books();
            Changes changes = new Changes(books, clock);
            lease = new NodeLease(books, name);
            Ownership ownership = new Ownership(books, lease, smsc);
            BatchFigures figures = new BatchFigures(books);
            OptOutSweep sweep = new OptOutSweep(books, changes);
            FullExports fullExports = new FullExports(books, changes, ownership);
            batches = new BatchBooks(
                    books,
                    changes,
                    figures,
                    new Debts(books, changes, ownership, sweep),
                    ownership,
                    new BatchClosing(
                            books,
                            changes,
                            figures,
                            new GateFacts(books, ownership, fullExports),
                            new Holds(books, ownership, clock)),
                    fullExports,
                    new Canaries(books, changes, figures, ownership),
                    sweep);
            Settlement settlement =
                    new Settlement(books, changes, Optional.of((source, account) -> prices.of(source, account)));
            Moves moves = new Moves(books, changes, lease, clock);
            InHand inHand = new InHand(books, moves);
            SubmitBooks submits = new SubmitBooks(books, changes, lease, smsc, settlement);
            dispatches = new DispatchBooks(books, changes, lease, new OpenBatches(books, smsc), submits, sweep, inHand);
            sandbox = new LedgerConfiguration().sandboxDispatches(books, changes, lease, submits, sweep, inHand);
            inbox = new ReceiptBooks(books, settlement, new UnknownBooks(books), clock);
            unanswered = new Unanswered(books, settlement, clock);
            rate = new RateBooks(books);
            optOuts = new OptOuts(
                    books,
                    repository(OptOutRepository.class),
                    repository(OptOutChangeRepository.class),
                    audit(),
                    changes,
                    sweep);
            stops = new StopRequests(
                    books,
                    repository(StopRepository.class),
                    changes,
                    optOuts,
                    new Confirmations(books, changes, lease, smsc));
            OverdueReceipts overdue = new OverdueReceipts(books, moves, clock);
            upkeep = new AllJobs(
                    new Upkeep(moves, inHand, overdue, new TallyFold(books), new BilledDays(books, clock), changes));
        }

        /** Loads a file of so many rows. */
        public BatchTotals load(String name, int rows) {
            List<NewReminder> all = java.util.stream.IntStream.rangeClosed(2, rows + 1)
                    .mapToObj(TestLedger.this::row)
                    .toList();
            return load(name, all);
        }

        public BatchTotals load(String name, List<NewReminder> rows) {
            return load(name, rows, Terms.NONE);
        }

        public BatchTotals load(String name, List<NewReminder> rows, Terms terms) {
            long batch = begin(name);
            batches.load(batch, rows, List.of());
            return batches.finish(batch, rows.size(), terms);
        }

        public long begin(String name) {
            return ((Opening.Load) batches.open(file(name), "UTF-8", ';')).batchId();
        }

        public List<Claimed> submitting(int limit) {
            return dispatches.submitting(dispatches.claim(limit, source -> true));
        }

        public void accepted(Claimed reminder, String... messageIds) {
            List<SegmentAnswer> answers = new ArrayList<>();
            for (String id : messageIds) {
                answers.add(new SegmentAnswer(answers.size() + 1, ReminderState.ENROUTE, id, 0, null, clock.instant()));
            }
            dispatches.record(List.of(
                    new SubmitReport(reminder.id(), reminder.fence(), ReminderState.ENROUTE, null, null, answers)));
        }
    }
}
