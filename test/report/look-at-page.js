// What the page looks like, asked from within it.
(() => {
  const shown = (element) => element.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const charts = all('svg');
  const clipped = charts.flatMap((chart) => {
    const frame = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('text')]
      .filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
      })
      .map(({ textContent }) => textContent);
  });
  const luminance = (color) => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/gu) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (element) => {
    let ground = element;
    while (ground !== null && /rgba\(0, 0, 0, 0\)|transparent/u.test(getComputedStyle(ground).backgroundColor))
      ground = ground.parentElement;
    const behind = luminance(ground === null ? 'rgb(255, 255, 255)' : getComputedStyle(ground).backgroundColor);
    const letters = luminance(getComputedStyle(element).color);
    return (Math.max(letters, behind) + 0.05) / (Math.min(letters, behind) + 0.05);
  };
  const axis = charts[0]?.querySelector('path')?.getBoundingClientRect().left ?? 0;
  return {
    pageWidth: document.documentElement.scrollWidth,
    charts: charts.map((chart) => {
      const { width } = chart.getBoundingClientRect();
      return { width, letters: (12 * width) / Number(chart.getAttribute('viewBox')?.split(' ')[2]) };
    }),
    clipped,
    laneLeft: all('.lane')[0]?.getBoundingClientRect().left ?? 0,
    axisLeft: axis,
    contrasts: all(
      'p, h1, h2, h3, td, th, li, dt, dd, .state, .muted, small, pre, pre i, figcaption, .lane > b, a',
    ).map(contrast),
  };
})()
