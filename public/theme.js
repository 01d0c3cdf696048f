// Before the first paint: the reader's choice of light or dark, if there is one.
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
