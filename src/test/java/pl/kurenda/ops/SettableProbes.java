package pl.kurenda.ops;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** An SMSC and two sources that do as a test says. */
class SettableProbes implements SmscProbe, SourceProbe, RouteProbe {
    final AtomicBoolean database = new AtomicBoolean(true);
    final AtomicBoolean bound = new AtomicBoolean(true);
    final AtomicBoolean folders = new AtomicBoolean(true);
    final AtomicBoolean dispatch = new AtomicBoolean(true);
    final AtomicBoolean routes = new AtomicBoolean(true);

    @Override
    public List<String> standing() {
        return dispatch.get() ? List.of() : List.of("dispatch");
    }

    @Override
    public boolean bound() {
        return bound.get();
    }

    @Override
    public String describe() {
        return "test SMSC";
    }

    @Override
    public Map<String, String> accounts() {
        return Map.of("plus", bound() ? "bound" : "unbound");
    }

    @Override
    public List<String> sources() {
        return List.of("tax", "waste");
    }

    @Override
    public boolean folderReadable(String source) {
        return folders.get();
    }

    @Override
    public boolean routeRunning(String source) {
        return source.equals("waste") || routes.get();
    }
}
