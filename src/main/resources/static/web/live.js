// Keeps the part of a page that changes up to date: <div data-live="/address" data-seconds="3">. Without it the page is the
// same, and the link reloads it.
"use strict";

const keepUpToDate = (part) => {
  const next = () => setTimeout(refresh, Number(part.dataset.seconds) * 1000);

  const refresh = async () => {
    // nothing is taken from under the hands of somebody who is in it with the keyboard
    const inUse = part.contains(document.activeElement) || !document.getSelection().isCollapsed;
    if (!document.hidden && !inUse) {
      try {
        const answer = await fetch(part.dataset.live, { headers: { Accept: "text/html" } });
        if (answer.redirected) {
          return; // logged out
        }
        if (answer.ok) {
          const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
          part.replaceChildren(...fresh.childNodes);
        }
      } catch {
        // the daemon is away for a moment
      }
    }
    next();
  };
  next();
};

document.querySelectorAll("[data-live]").forEach(keepUpToDate);
