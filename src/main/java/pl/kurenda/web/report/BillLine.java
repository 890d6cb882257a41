package pl.kurenda.web.report;

import java.util.List;
import pl.kurenda.report.page.Bill;
import pl.kurenda.web.support.PolishFormat;

/**
 * A line of the bill, ready to be shown.
 *
 * @param source whose, and the account that accepted them; null for the total
 * @param price for a segment
 * @param segments how many
 * @param net without VAT
 * @param vat of it
 * @param gross both
 */
record BillLine(String source, String price, String segments, String net, String vat, String gross) {

    static List<BillLine> of(Bill bill, PolishFormat format) {
        return bill.lines().stream().map(line -> of(line, format)).toList();
    }

    static BillLine of(Bill.Line line, PolishFormat format) {
        return new BillLine(
                line.smsc() == null || line.smsc().isEmpty() ? line.source() : line.source() + ", " + line.smsc(),
                line.price() == null ? "" : format.price(line.price()),
                format.count(line.segments()),
                format.money(line.net().movePointRight(2).longValueExact()),
                format.money(line.vat().movePointRight(2).longValueExact()),
                format.money(line.gross().movePointRight(2).longValueExact()));
    }
}
