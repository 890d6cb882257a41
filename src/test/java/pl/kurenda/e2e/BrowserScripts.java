package pl.kurenda.e2e;

/** What the browser is asked about a page, in its own language. */
final class BrowserScripts {
    /** Runs axe and gives a line for each finding that keeps somebody from using the page. */
    static final String AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html).slice(0, 3).join(' | '))));
            """;

    /** Contrast of two colours, and what lies behind a part. */
    static final String CONTRAST = """
            const rgb = text => text.match(/[0-9.]+/g).map(Number);
            const light = text => rgb(text).slice(0, 3).map(c => c / 255)
              .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
            const behind = part => {
              for (let p = part.parentElement; p; p = p.parentElement) {
                const colour = getComputedStyle(p).backgroundColor;
                if (rgb(colour)[3] !== 0) { return colour; }
              }
              return 'rgb(255, 255, 255)';
            };
            """;

    static final String FIELDS = """
            return [...document.querySelectorAll('main input, main select')].filter(f => f.offsetParent && !f.checked)
              .filter(f => contrast(getComputedStyle(f).borderTopColor, behind(f)) < 3)
              .map(f => f.name + ' ' + getComputedStyle(f).borderTopColor + ' on ' + behind(f));
            """;

    /** A field of Pico's has a shadow in place of the ring, of the same colour. */
    static final String FOCUS = """
            const f = document.activeElement;
            if (f === document.body || f.id === 'content') { return []; }
            const style = getComputedStyle(f);
            const ring = style.outlineStyle === 'none' ? style.boxShadow.split(')')[0] : style.outlineColor;
            return ring !== '' && ring !== 'none' && contrast(ring, behind(f)) >= 3 ? []
              : [f.outerHTML.slice(0, 80) + ' ' + ring + ' on ' + behind(f)];
            """;

    /** What of a page that is wider than the window is to blame; what is pushed sideways in a part of its own is not. */
    static final String WIDER = """
            if (document.documentElement.scrollWidth <= window.innerWidth) { return []; }
            return ['it is', ...[...document.body.querySelectorAll('*')]
              .filter(part => part.getBoundingClientRect().right > window.innerWidth && !part.closest('.scroll'))
              .map(part => part.outerHTML.slice(0, 80)).slice(0, 5)];
            """;

    private BrowserScripts() {}
}
