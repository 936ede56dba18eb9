// Loads the waiting page anew when something changed: the mail was sent, another may be sent, set-up was finished elsewhere.
const page = document.querySelector('[data-state]');
const timer = setInterval(async () => {
  try {
    const answer = await fetch('/sign-in/set-up/state', { cache: 'no-store' });
    if (answer.ok && (await answer.text()) !== page.dataset.state) {
      clearInterval(timer);
      location.reload();
    }
  } catch {
    // The server cannot be reached for the moment; the next look may.
  }
}, 2000);
