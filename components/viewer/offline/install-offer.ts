// Chromium offers once, soon after a page has come; held back, it waits for an adult and no child is asked.
if (typeof window !== "undefined")
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.installOffer = event;
  });
