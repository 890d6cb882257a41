// Keeps the part of a page that changes up to date: <div data-live="/address" data-seconds="3">. What it says of itself stands
// in [data-live-control]: that, and nothing else, is read out, and only when it changes. Without a script the page is the
// same, and the link reloads it.
"use strict";

const PATIENCE = 10_000;

const keepUpToDate = (part, control) => {
  const status = control.querySelector("[role=status]");
  const button = control.querySelector("button");
  const login = control.querySelector("[data-live-login]");
  let stopped = false;

  const say = (sentence) => {
    if (status.textContent !== sentence) {
      status.textContent = sentence;
    }
  };
  const sayAsOf = (sentence) => say(sentence.replace("{0}", part.dataset.asOf));

  const stale = (sentence) => {
    part.classList.add("stale");
    control.classList.add("warning");
    sayAsOf(sentence);
  };

  const show = (fresh) => {
    part.replaceChildren(...fresh.childNodes);
    part.dataset.asOf = fresh.dataset.asOf;
    document.querySelector("h1").textContent = fresh.dataset.title;
    part.classList.remove("stale");
    control.classList.remove("warning");
    say(fresh.dataset.say);
  };

  const ask = async () => {
    // a request of a script: after the next login nobody wants to see the part alone
    const headers = { Accept: "text/html", "X-Requested-With": "XMLHttpRequest" };
    const answer = await fetch(part.dataset.live, { headers, signal: AbortSignal.timeout(PATIENCE) });
    if (answer.redirected || answer.status === 401) {
      return null;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  };

  const refresh = async () => {
    // nothing is taken from under the hands of somebody who is in it with the keyboard
    const inUse = part.contains(document.activeElement) || !document.getSelection().isCollapsed;
    if (!stopped && !document.hidden && !inUse) {
      try {
        const fresh = await ask();
        if (fresh === null) {
          stale(control.dataset.out);
          login.hidden = false;
          button.hidden = true;
          return;
        }
        if (!stopped) {
          show(fresh);
        }
      } catch {
        stale(control.dataset.stale);
      }
    }
    setTimeout(refresh, Number(part.dataset.seconds) * 1000);
  };

  button.addEventListener("click", () => {
    stopped = !stopped;
    button.textContent = stopped ? button.dataset.go : button.dataset.stop;
    if (stopped) {
      sayAsOf(control.dataset.stopped);
    } else {
      say(part.dataset.say);
    }
  });
  button.hidden = false;
  setTimeout(refresh, Number(part.dataset.seconds) * 1000);
};

document
  .querySelectorAll("[data-live]")
  .forEach((part) => keepUpToDate(part, document.querySelector("[data-live-control]")));
