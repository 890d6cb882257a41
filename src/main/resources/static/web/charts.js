// Draws the tables that a <canvas data-table="id of the table"> names: the rows are the places on the axis, and each column
// whose heading has data-series is a series of numbers (data-count of its cells), stacked unless the canvas says data-beside. The
// table itself stays for everybody.
"use strict";

const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();

const draw = (canvas) => {
  const table = document.getElementById(canvas.dataset.table);
  const rows = [...table.tBodies[0].rows];
  const headings = [...table.tHead.rows[0].cells];
  const series = headings.filter((heading) => heading.dataset.series).map((heading) => ({
    label: heading.textContent.trim(),
    data: rows.map((row) => Number(row.cells[heading.cellIndex].dataset.count)),
    maxBarThickness: 48,
    backgroundColor: colour(`--${heading.dataset.series}`),
  }));
  const across = canvas.dataset.axis === "y";
  // figures that are parts of each other are no parts of a sum
  const axis = { stacked: !("beside" in canvas.dataset), ticks: { color: colour("--ink") }, grid: { color: colour("--line") } };
  const numbers = { ...axis, beginAtZero: true, ticks: { ...axis.ticks, precision: 0 } };
  new Chart(canvas, {
    type: "bar",
    data: { labels: rows.map((row) => row.cells[0].textContent.trim()), datasets: series },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: across ? "y" : "x",
      locale: "pl-PL",
      scales: across ? { x: numbers, y: axis } : { x: axis, y: numbers },
      plugins: { legend: { display: series.length > 1, labels: { color: colour("--ink") } } },
    },
  });
  canvas.parentElement.hidden = false;
};

document.querySelectorAll("canvas[data-table]").forEach(draw);
