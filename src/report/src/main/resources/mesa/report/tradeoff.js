// Draws one plot a game from the data in the page.
(() => {
  'use strict';
  const figures = JSON.parse(document.getElementById('data').textContent);
  // M. Okabe and K. Ito's colours, told apart by people of all kinds of sight; symbols tell them apart in print.
  const COLOURS = ['#888888', '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c564b', '#7f63b8', '#a0a000'];
  const SYMBOLS = [
    'circle', 'rect', 'triangle', 'diamond', 'path://M0,0 L10,0 L5,9 Z', 'roundRect',
    'path://M5,0 L10,3.8 L8.1,9.6 L1.9,9.6 L0,3.8 Z', 'path://M2.5,0 L7.5,0 L10,5 L7.5,10 L2.5,10 L0,5 Z',
    'path://M5,0 L6.5,3.5 L10,5 L6.5,6.5 L5,10 L3.5,6.5 L0,5 L3.5,3.5 Z', 'circle',
  ];
  const DASHES = ['solid', 'dashed', 'dotted'];
  const UNITS = [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [0, 'ns']];
  const NARROW = 760;

  const time = nanos => {
    const [scale, unit] = UNITS.find(([least]) => nanos >= least);
    return Number((nanos / (scale || 1)).toPrecision(3)) + ' ' + unit;
  };
  const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const variable = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Whiskers in both directions; a datum is time, share, fastest, slowest, low, high.
  function whiskers(colour) {
    return (params, api) => {
      const [time, share, fastest, slowest, low, high] = [0, 1, 2, 3, 4, 5].map(index => api.value(index));
      const line = (from, to) => {
        const [[x1, y1], [x2, y2]] = [api.coord(from), api.coord(to)];
        return {type: 'line', shape: {x1, y1, x2, y2}, style: {stroke: colour, lineWidth: 1.2, opacity: 0.5}, silent: true};
      };
      return {type: 'group', children: [line([time, low], [time, high]), line([fastest, share], [slowest, share])]};
    };
  }

  // The ends of a ladder carry their budgets, so that a printed plot can be read as well.
  function label(points, index, colour) {
    const budget = points[index].budget.replace(/^\w+=/, '');
    const isEnd = index === 0 || index === points.length - 1;
    return {show: points.length > 1 && isEnd && !points[index].budget.includes(','), formatter: () => budget,
      position: index === 0 ? 'left' : 'right', color: colour, fontSize: 10.5, distance: 7};
  }

  function series(line, page) {
    const colour = COLOURS[line.style % COLOURS.length];
    const common = {name: line.kind, z: 4, animation: false};
    const data = line.points.map((point, index) => ({
      value: [point.x, point.y],
      point,
      label: label(line.points, index, colour),
      itemStyle: point.frontier
          ? {color: page, borderColor: colour, borderWidth: 2}
          : {color: colour, borderColor: colour, borderWidth: 2},
    }));
    return [
      {...common, type: 'line', data, symbol: SYMBOLS[line.style % SYMBOLS.length], symbolSize: 9, showAllSymbol: true,
        lineStyle: {color: colour, width: 1.8, type: DASHES[Math.floor(line.style / COLOURS.length) % DASHES.length]},
        itemStyle: {color: colour}, labelLayout: {hideOverlap: true}, emphasis: {focus: 'series'}},
      {...common, z: 3, type: 'custom', renderItem: whiskers(colour), silent: true, tooltip: {show: false}, clip: true,
        encode: {x: [0, 2, 3], y: [1, 4, 5]}, itemStyle: {color: colour},
        data: line.points.map(p => [p.x, p.y, p.fastest, p.slowest, p.low, p.high])},
    ];
  }

  function frontier(points, right, colour) {
    return {name: 'Pareto frontier', type: 'line', step: 'end', symbol: 'none', silent: true, z: 1, animation: false,
      data: points.concat([[right, points[points.length - 1][1]]]),
      lineStyle: {color: colour, width: 7, opacity: 0.55, cap: 'round', join: 'round'}, itemStyle: {color: colour},
      tooltip: {show: false}, emphasis: {disabled: true}};
  }

  function tooltip(item) {
    const point = item.data.point;
    const rows = point.facts.map(([name, value]) =>
        `<tr><td style="padding:0 10px 0 0;border:0">${escape(name)}</td><td style="border:0;padding:0">${escape(value)}</td></tr>`);
    return `<b>${escape(item.seriesName)}</b><br>${escape(point.budget || 'no budget set')}`
        + (point.frontier ? ', on the frontier' : '') + `<table>${rows.join('')}</table>`;
  }

  function option(figure, width) {
    const [page, text, muted, rule, steps] = ['--page', '--text', '--muted', '--rule', '--steps'].map(variable);
    const all = figure.lines.flatMap(line => line.points);
    const left = 10 ** Math.floor(Math.log10(Math.min(...all.map(point => point.fastest))));
    const right = 10 ** Math.ceil(Math.log10(Math.max(...all.map(point => point.slowest)) * 1.05));
    const bottom = Math.floor(Math.min(...all.map(point => point.low)) * 10) / 10;
    const top = Math.ceil(Math.max(...all.map(point => point.high)) * 10) / 10;
    const narrow = width < NARROW;
    const legend = 44 + 6.8 * Math.max(...figure.lines.map(line => line.kind.length), 15);
    const axis = {nameLocation: 'middle', nameTextStyle: {color: text, fontSize: 13},
      axisLine: {show: true, lineStyle: {color: muted}}, axisLabel: {color: text, fontSize: 12},
      axisTick: {show: true, lineStyle: {color: muted}}, splitLine: {lineStyle: {color: rule, width: 0.8}}};
    return {
      backgroundColor: page,
      textStyle: {fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif'},
      grid: narrow ? {left: 62, right: 30, top: 40, bottom: 150} : {left: 66, right: legend + 24, top: 40, bottom: 56},
      legend: {
        type: narrow ? 'plain' : 'scroll', itemWidth: 26, itemGap: 9, textStyle: {color: text, fontSize: 12}, pageTextStyle: {color: text},
        data: figure.lines.map(line => line.kind).concat({name: 'Pareto frontier', icon: 'roundRect'}),
        ...(narrow ? {bottom: 0, left: 0, orient: 'horizontal'} : {left: width - legend, top: 34, orient: 'vertical', align: 'left'}),
      },
      toolbox: {right: 4, top: 0, itemSize: 15, iconStyle: {borderColor: muted}, feature: {
        saveAsImage: {type: 'svg', title: 'Download the plot (SVG)', name: figure.game + '-tradeoff'}}},
      tooltip: {trigger: 'item', confine: true, formatter: tooltip, backgroundColor: page, borderColor: rule,
        textStyle: {color: text, fontSize: 12.5}},
      xAxis: {...axis, type: 'log', min: left, max: right, name: 'time a decision (logarithmic)', nameGap: 32,
        axisLabel: {...axis.axisLabel, formatter: time}},
      yAxis: {...axis, type: 'value', min: bottom, max: Math.min(1, top), interval: 0.1, name: 'share of best moves', nameGap: 48,
        axisLabel: {...axis.axisLabel, formatter: share => Math.round(100 * share) + ' %'}},
      series: [frontier(figure.frontier, right, steps), ...figure.lines.flatMap(line => series(line, page))],
    };
  }

  const charts = figures.map((figure, number) =>
      echarts.init(document.getElementById('plot' + number), null, {renderer: 'svg'}));
  const draw = () => charts.forEach((chart, number) => {
    chart.resize();
    chart.setOption(option(figures[number], chart.getWidth()), true);
  });
  draw();
  addEventListener('resize', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();
