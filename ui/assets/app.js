// What the page does by itself: show the evidence of a marker, filter the table, remember language and theme.
// No framework and no text of its own; everything it touches was escaped by ui/markup.py.
(() => {
  "use strict";
  const store = {
    get: (key) => { try { return localStorage.getItem(`depeche-${key}`); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(`depeche-${key}`, value); } catch { /* private window */ } },
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function flash(element) {
    element.classList.remove("flash");
    void element.offsetWidth; // restarts the animation
    element.classList.add("flash");
  }

  function show(element) {
    element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    element.focus({ preventScroll: true });
    flash(element);
  }

  function announce(text) {
    let region = document.getElementById("announcer");
    if (!region) {
      region = document.createElement("div");
      region.id = "announcer";
      region.setAttribute("aria-live", "polite");
      document.body.append(region);
    }
    if (region.textContent !== text) region.textContent = text;
  }

  function dark(on) {
    document.body.classList.toggle("dark", on);
    document.documentElement.style.colorScheme = on ? "dark" : "light";
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.marker, a.pilcrow");
    const target = link && document.getElementById(link.hash.slice(1));
    if (target) {
      event.preventDefault();
      show(target);
    }
    if (event.target.closest?.("[data-theme]")) {
      dark(!document.body.classList.contains("dark"));
      store.set("theme", document.body.classList.contains("dark") ? "dark" : "light");
    }
  });

  document.addEventListener("input", (event) => {
    if (!event.target.matches?.("input.filter")) return;
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of document.querySelectorAll("table.articles tbody tr")) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });

  function restoreTheme() {
    const theme = store.get("theme");
    if (theme) dark(theme === "dark");
  }

  let seen = "";
  window.depeche = {
    // Called once Gradio has mounted the page, and so has put its own theme on it.
    language: () => {
      restoreTheme();
      return store.get("language") ?? (navigator.language.startsWith("fr") ? "fr" : "en");
    },
    speak: (language) => {
      document.documentElement.lang = language;
      store.set("language", language);
      return language;
    },
    // Called when an answer or article has been put on the page: bring what is new into view, tell who listens.
    follow: (element) => {
      const turn = element.querySelector(".turn");
      if (turn && turn.id !== seen) {
        seen = turn.id;
        turn.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
      }
      const said = element.querySelector("[data-announce]");
      if (said) announce(said.dataset.announce);
      const wanted = element.querySelector("[data-wanted]");
      if (wanted) requestAnimationFrame(() => show(wanted));
      else if (element.querySelector(".reading")) element.scrollIntoView({ block: "nearest" });
    },
  };

  addEventListener("DOMContentLoaded", restoreTheme); // before the first paint
})();
