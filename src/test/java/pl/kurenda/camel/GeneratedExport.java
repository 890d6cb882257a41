package pl.kurenda.camel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * An export as some domain system might write it, and the expected verdict for each row. A seed decides on charset,
 * delimiter, line ends, quoting, the order and the names of the columns, superfluous columns, and how numbers, amounts,
 * dates and accounts are written. The same seed gives the same bytes.
 *
 * @param layout how it is written, for the message of a test that fails
 * @param rows what is expected, in the order of the file
 */
record GeneratedExport(byte[] octets, String layout, Charset charset, char delimiter, List<Expected> rows) {
    private enum Column {
        PHONE,
        AMOUNT,
        DUE,
        NAME,
        ACCOUNT,
        NOTE
    }

    private static final Map<Column, List<String>> HEADERS = Map.of(
            Column.PHONE, List.of("Telefon", "NR TELEFONU", "Telefon komórkowy", "Tel. kom.", "phone"),
            Column.AMOUNT, List.of("Kwota", "Do zapłaty", "KWOTA ZADŁUŻENIA", "Należność", "amount"),
            Column.DUE, List.of("Termin", "Termin płatności", "TERMIN WPŁATY", "due date"),
            Column.NAME, List.of("Nazwisko i imię", "Podatnik", "KLIENT", "name"),
            Column.ACCOUNT, List.of("Nr konta", "RACHUNEK BANKOWY", "konto", "account"),
            Column.NOTE, List.of("Uwagi", "Gmina i wieś", "comment"));
    private static final List<Column> WATER =
            List.of(Column.PHONE, Column.AMOUNT, Column.DUE, Column.NAME, Column.ACCOUNT);
    private static final String[] NAMES = {
        "Łucja Żak",
        "Świętosława Gęś-Żółć",
        "Józef Ćwikła",
        "Paweł Źrebiec",
        "Anna Nowak",
        "Bożena Mąka",
        "\"Łąka\" Sp. z o.o.",
        "Żak; Wójt, Spółka|Syn",
        "Wspólnota \"Pod Dębem\", ul. Długa 3"
    };
    private static final String[] PREFIXES = {"50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88"};

    /**
     * An expected row.
     *
     * @param line on which it begins, from 1
     * @param verdict OK, or the reason
     */
    record Expected(int line, String verdict, String phone, String amount, LocalDate due, String account) {}

    /** @param headless as in the shipped source water: no header line, the columns in their fixed places */
    static GeneratedExport of(long seed, boolean headless, int rows) {
        return new Writer(new Random(seed), headless).write(rows);
    }

    private static final class Writer {
        private final Random random;
        private final boolean headless;
        private final Charset charset;
        private final boolean mark;
        private final char delimiter;
        private final String lineEnd;
        private final boolean quoted;
        private final List<Column> columns;
        private final DateTimeFormatter dates;
        private final char decimal;
        private final String group;
        private final StringBuilder text = new StringBuilder();
        private final List<Expected> expected = new ArrayList<>();

        Writer(Random random, boolean headless) {
            this.random = random;
            this.headless = headless;
            this.charset = Charset.forName(
                    any("UTF-8", "UTF-8", "windows-1250", "ISO-8859-2", "IBM852", "UTF-16LE", "UTF-16BE"));
            this.mark = charset.name().startsWith("UTF-16") || charset.name().equals("UTF-8") && random.nextBoolean();
            this.delimiter = any(";", ",", "\t", "|").charAt(0);
            this.lineEnd = any("\n", "\r\n");
            this.quoted = random.nextBoolean();
            this.columns = new ArrayList<>(WATER);
            if (!headless) {
                columns.add(Column.NOTE);
                Collections.shuffle(columns, random);
            }
            this.dates = DateTimeFormatter.ofPattern(any("dd.MM.yyyy", "yyyy-MM-dd", "dd/MM/yyyy"), Locale.ROOT);
            this.decimal = any(",", ".").charAt(0);
            this.group = decimal == ',' ? any("", " ", ".") : any("", " ", "'");
        }

        GeneratedExport write(int rows) {
            if (mark) {
                text.append('\ufeff');
            }
            int line = 1;
            if (!headless) {
                put(columns.stream()
                        .map(column -> HEADERS.get(column)
                                .get(random.nextInt(HEADERS.get(column).size())))
                        .toList());
                line++;
            }
            for (int row = 0; row < rows; row++) {
                put(cells(line++));
            }
            String layout = charset + (mark ? " with mark" : "") + " '" + delimiter + "' " + columns + " " + dates + " "
                    + decimal + "'" + group + "'" + (quoted ? " quoted" : "");
            return new GeneratedExport(
                    text.toString().getBytes(charset), layout, charset, delimiter, List.copyOf(expected));
        }

        private List<String> cells(int line) {
            String number = any(PREFIXES) + String.format(Locale.ROOT, "%07d", random.nextInt(10_000_000));
            long grosze = 100 + random.nextInt(random.nextBoolean() ? 90_000 : 2_000_000);
            LocalDate due = LocalDate.of(2026, 9 + random.nextInt(4), 1 + random.nextInt(28));
            String account = account();
            Map<Column, String> row = new EnumMap<>(Column.class);
            row.put(Column.PHONE, phone(number));
            row.put(Column.AMOUNT, amount(grosze) + (random.nextInt(8) == 0 ? any(" zł", " PLN") : ""));
            row.put(Column.DUE, dates.format(due));
            row.put(Column.NAME, any(NAMES));
            row.put(Column.ACCOUNT, random.nextBoolean() ? account : grouped(account));
            row.put(Column.NOTE, any("", "pilne", "ul. Kwiatowa 7; blok \"B\"", "zł|ł"));
            String verdict = spoil(row, number, account);
            boolean good = verdict.equals("OK");
            expected.add(new Expected(
                    line,
                    verdict,
                    good ? "+48" + number : null,
                    good ? BigDecimal.valueOf(grosze, 2).toPlainString() : null,
                    good && !row.get(Column.DUE).isEmpty() ? due : null,
                    good && !row.get(Column.ACCOUNT).isEmpty() ? account : null));
            return columns.stream().map(row::get).toList();
        }

        /** Makes about one row in five invalid, or leaves out a value that may be missing. */
        private String spoil(Map<Column, String> row, String number, String account) {
            return switch (random.nextInt(60)) {
                case 0 -> with(row, Column.PHONE, "", "PHONE_MISSING");
                case 1 -> with(row, Column.PHONE, number.substring(0, 7), "PHONE_INVALID");
                case 2 -> with(row, Column.PHONE, "brak", "PHONE_INVALID");
                case 3 -> with(row, Column.PHONE, "22 628 " + number.substring(5, 7) + " 11", "PHONE_NOT_MOBILE");
                case 4 -> with(row, Column.PHONE, "4,8601E+10", "PHONE_INVALID");
                case 5 -> with(row, Column.AMOUNT, "", "AMOUNT_MISSING");
                case 6 -> with(row, Column.AMOUNT, "12" + decimal + "3x", "AMOUNT_INVALID");
                case 7 -> with(row, Column.AMOUNT, "-" + row.get(Column.AMOUNT), "AMOUNT_NOT_POSITIVE");
                case 8 -> with(row, Column.AMOUNT, "0" + decimal + "00", "AMOUNT_NOT_POSITIVE");
                case 9 ->
                    with(row, Column.DUE, row.get(Column.DUE).replaceAll("\\b\\d\\d\\b", "31"), "DUE_DATE_INVALID");
                case 10 -> with(row, Column.ACCOUNT, wrong(account), "ACCOUNT_INVALID");
                case 11 -> with(row, Column.DUE, "", "OK");
                case 12 -> with(row, Column.ACCOUNT, "", "OK");
                case 13 -> with(row, Column.NAME, "", "OK");
                default -> "OK";
            };
        }

        private static String with(Map<Column, String> row, Column column, String cell, String verdict) {
            row.put(column, cell);
            return verdict;
        }

        private String phone(String n) {
            String parts = n.substring(0, 3) + " " + n.substring(3, 6) + " " + n.substring(6);
            return any(
                    n,
                    parts,
                    parts.replace(' ', '-'),
                    "+48" + n,
                    "+48 " + parts,
                    "48" + n,
                    "0048" + n,
                    "22 628 11 22 / " + n);
        }

        private String amount(long grosze) {
            String zloty = Long.toString(grosze / 100).replaceAll("(?<=\\d)(?=(\\d{3})+$)", group);
            return zloty + decimal + String.format(Locale.ROOT, "%02d", grosze % 100);
        }

        private String account() {
            String bban = String.format(Locale.ROOT, "%08d", 10_100_000 + random.nextInt(19_000_000))
                    + String.format(Locale.ROOT, "%016d", (long) (random.nextDouble() * 1e16));
            int check = 98
                    - new BigInteger(bban + "252100")
                            .mod(BigInteger.valueOf(97))
                            .intValue();
            return String.format(Locale.ROOT, "%02d", check) + bban;
        }

        private static String grouped(String account) {
            return account.substring(0, 2) + account.substring(2).replaceAll("(.{4})", " $1");
        }

        private static String wrong(String account) {
            int last = account.charAt(25) - '0';
            return account.substring(0, 25) + (last + 1) % 10;
        }

        private void put(List<String> cells) {
            List<String> written = cells.stream().map(this::quote).toList();
            text.append(String.join(String.valueOf(delimiter), written)).append(lineEnd);
        }

        private String quote(String cell) {
            boolean needed = quoted || cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0;
            return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
        }

        private String any(String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
