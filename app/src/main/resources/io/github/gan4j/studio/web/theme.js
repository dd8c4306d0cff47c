// Light, dark, or as the system has it.

export const THEME_CHANGED = 'themechange';
const CHOICES = ['system', 'light', 'dark'];
const SIGNS = { system: '◐', light: '☀', dark: '☾' };
const root = document.documentElement;
const button = document.getElementById('theme');

let chosen = localStorage.getItem('theme') ?? 'system';

function apply() {
  if (chosen === 'system') delete root.dataset.theme;
  else root.dataset.theme = chosen;
  button.firstElementChild.textContent = SIGNS[chosen];
  button.title = `Colours: ${chosen === 'system' ? 'as the system has them' : chosen}`;
  button.setAttribute('aria-label', `${button.title}; switch`);
  window.dispatchEvent(new Event(THEME_CHANGED));
}

button.addEventListener('click', () => {
  chosen = CHOICES[(CHOICES.indexOf(chosen) + 1) % CHOICES.length];
  localStorage.setItem('theme', chosen);
  apply();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
  window.dispatchEvent(new Event(THEME_CHANGED)),
);
if (!CHOICES.includes(chosen)) chosen = 'system';
apply();
