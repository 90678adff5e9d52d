/** Light, dark, or as the reader's system has it. */
const themes = ['automatic', 'light', 'dark'] as const;

export const wireTheme = (button: HTMLButtonElement, root: HTMLElement): void => {
  let at = 0;
  const show = (): void => {
    const theme = themes[at] ?? 'automatic';
    root.dataset['theme'] = theme;
    button.textContent = `Theme: ${theme}`;
  };
  button.addEventListener('click', () => {
    at = (at + 1) % themes.length;
    show();
  });
  show();
};
