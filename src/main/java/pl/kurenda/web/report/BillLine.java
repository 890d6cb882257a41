package pl.kurenda.web.report;

import java.util.List;
import pl.kurenda.report.page.Bill;
import pl.kurenda.web.support.PolishFormat;

/**
 * A line of the bill, ready for display.
 *
 * @param source the source, and the account that accepted the segments; null for the total
 * @param price price per segment
 * @param segments number of segments
 * @param net amount without VAT
 * @param vat VAT
 * @param gross amount with VAT
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
