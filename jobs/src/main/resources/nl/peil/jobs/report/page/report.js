// Draws the charts and maps of a report from the data in the page. Nothing is fetched, nothing is sent; names are text.
(function () {
  'use strict';

  var data = JSON.parse(document.getElementById('peil-data').textContent);
  var text = data.text;
  var locale = data.language === 'nl' ? 'nl-NL' : 'en-GB';
  var INK = '#17222d', SOFT = '#4a5763', LINE = '#d9dfe3', ACCENT = '#154273';
  var FONT = getComputedStyle(document.body).fontFamily;
  // Light to dark reads without colour too; the hues stay apart for who sees fewer of them.
  var SEQUENCE = ['#f3efd3', '#cde3c0', '#86c5b4', '#4795a6', '#27658c', '#1c2f63'];
  var CHOICE = ['#e3d3a8', '#86c5b4', '#1f6080'];
  var MODE = {
    auto: ['#154273', 'solid'], ov_lopen: ['#a8471c', 'dashed'], ov_fiets: ['#7b4b94', [8, 3, 2, 3]],
    fiets: ['#1d7a5c', 'solid'], lopen: ['#8a5a00', 'dotted']
  };
  var HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: 'rgba(74,87,99,.45)' };
  var DOTS = { symbol: 'circle', symbolSize: 0.7, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], color: 'rgba(23,34,45,.35)' };
  var charts = [];

  // ---- words and numbers ---------------------------------------------------------------------------------------------
  function say(key, a, b, c, d) {
    var gaps = [a, b, c, d];
    return text[key].replace(/\{(\d)\}/g, function (whole, i) { return gaps[i] === undefined ? whole : gaps[i]; });
  }
  function number(value, digits) {
    return value === null || value === undefined ? '–' : value.toLocaleString(locale,
      { minimumFractionDigits: digits || 0, maximumFractionDigits: digits || 0 }).replace('-', '−');
  }
  function percent(share) { return share === null || share === undefined ? '–' : number(share * 100, 1) + '%'; }
  function people(value) {
    if (value === null || value === undefined) { return '–'; }
    if (Math.abs(value) >= 0.5 && Math.abs(value) < 5) { return value < 0 ? '> −5' : '< 5'; }
    return number(Math.round(value / 10) * 10 + 0, 0);
  }
  function points(value) {
    if (value === null || value === undefined) { return '–'; }
    var shown = number(Math.round(value * 1000) / 10 + 0, 1);
    return value > 0 && /[1-9]/.test(shown) ? '+' + shown : shown;
  }
  function label(list, key) {
    var found = list.filter(function (word) { return word.key === key; })[0];
    return found ? found.label : key;
  }
  function escaped(words) { return echarts.format.encodeHTML(String(words)); }
  function lines(title, rest) {
    return '<strong>' + escaped(title) + '</strong>' + rest.map(function (line) { return '<br>' + escaped(line); }).join('');
  }
  function byId(id) { return document.getElementById(id); }
  function unique(list) { return list.filter(function (one, i) { return list.indexOf(one) === i; }); }

  // ---- parts of a page ------------------------------------------------------------------------------------------------
  function element(name, content, attributes) {
    var one = document.createElement(name);
    if (content !== undefined && content !== null) { one.textContent = content; }
    Object.keys(attributes || {}).forEach(function (key) { one.setAttribute(key, attributes[key]); });
    return one;
  }
  function options(id, words, chosen, changed) {
    var box = byId(id);
    words.forEach(function (word) { box.appendChild(element('option', word.label, { value: word.key })); });
    if (words.some(function (word) { return word.key === chosen; })) { box.value = chosen; }
    box.addEventListener('change', changed);
    return box;
  }
  function table(id, heads, rows) {
    var whole = element('table'), head = element('tr'), body = element('tbody');
    heads.forEach(function (words, i) { head.appendChild(element('th', words, i === 0 ? { scope: 'col' } : { scope: 'col', 'class': 'number' })); });
    rows.forEach(function (cells) {
      var row = element('tr');
      cells.forEach(function (cell, i) { row.appendChild(i === 0 ? element('th', cell, { scope: 'row' }) : element('td', cell, { 'class': 'number' })); });
      body.appendChild(row);
    });
    var top = element('thead');
    top.appendChild(head);
    whole.appendChild(top);
    whole.appendChild(body);
    byId(id + '-table').replaceChildren(whole);
  }
  function legend(id, entries) {
    byId(id + '-legend').replaceChildren.apply(byId(id + '-legend'), entries.map(function (entry) {
      var one = element('span'), mark = element('i');
      if (entry.color) { mark.style.background = entry.color; }
      (entry.mark || '').split(' ').filter(Boolean).forEach(function (name) { mark.classList.add(name); });
      one.appendChild(mark);
      one.appendChild(document.createTextNode(entry.label));
      return one;
    }));
  }
  function open(id, height) {
    var place = byId(id);
    if (height) { place.style.height = height + 'px'; }
    var chart = echarts.init(place, null, { renderer: 'svg' });
    charts.push({ chart: chart, place: place, draw: null });
    return charts[charts.length - 1];
  }
  function narrow() { return byId('main').clientWidth < 560; }
  function base(option) {
    option.animation = false;
    option.textStyle = { fontFamily: FONT, color: INK, fontSize: 14 };
    option.tooltip = Object.assign({ confine: true, backgroundColor: '#fff', borderColor: '#87939d', textStyle: { color: INK, fontFamily: FONT, fontSize: 14 } }, option.tooltip);
    return option;
  }
  function servicesAxis(keys) {
    return { type: 'category', inverse: true, data: keys.map(function (key) { return label(data.services, key); }),
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: INK, fontSize: narrow() ? 12 : 14, width: narrow() ? 96 : 170, overflow: 'break' } };
  }
  function valueAxis(min, max, unit) {
    return { type: 'value', min: min, max: max, position: 'top', axisLabel: { color: SOFT, fontSize: 12, formatter: function (value) { return number(value, 0) + (unit || ''); } },
      splitLine: { lineStyle: { color: LINE } }, splitNumber: narrow() ? 3 : 5 };
  }
  var grid = function () { return { left: 4, right: narrow() ? 14 : 24, top: 34, bottom: 8, containLabel: true }; };
  function rows(list, mode) {
    return list.filter(function (level) { return level.mode === mode && level.share_meeting_norm !== null; });
  }
  function row(list, mode, service) {
    return list.filter(function (level) { return level.mode === mode && level.service === service; })[0] || null;
  }
  function show(one, ready, option) {
    one.place.classList.toggle('small', !ready);
    if (!ready) {
      one.chart.clear();
      one.place.setAttribute('aria-label', text.none);
    } else {
      one.chart.resize();
      one.chart.setOption(base(option), true);
    }
  }
  function firstMode(wanted) {
    var keys = data.modes.map(function (mode) { return mode.key; });
    return keys.indexOf(wanted) >= 0 ? wanted : keys[0];
  }

  // ---- compared with others -------------------------------------------------------------------------------------------
  function compare() {
    if (!byId('compare')) { return; }
    var one = open('compare');
    var others = [
      { name: data.region.name, list: data.level, symbol: 'circle', size: 15, color: ACCENT, fill: ACCENT },
      { name: data.country, list: data.level_country, symbol: 'diamond', size: 14, color: INK, fill: '#fff' }
    ];
    if (data.around) { others.splice(1, 0, { name: data.around.name, list: data.level_around, symbol: 'rect', size: 11, color: '#8a5a00', fill: '#fff' }); }
    var mode = options('compare-mode', data.modes, firstMode('fiets'), draw);
    function draw() {
      var own = rows(data.level, mode.value);
      var keys = own.map(function (level) { return level.service; });
      one.place.style.height = (keys.length * 44 + 60) + 'px';
      show(one, keys.length > 0, {
        grid: grid(), xAxis: valueAxis(0, 100, '%'), yAxis: servicesAxis(keys),
        tooltip: { trigger: 'item', formatter: function (item) { return lines(item.seriesName, [item.name + ': ' + number(item.value[0], 1) + '%']); } },
        series: others.map(function (other, i) {
          return { type: 'scatter', name: other.name, symbol: other.symbol, symbolSize: other.size, z: 5 - i,
            itemStyle: { color: other.fill, borderColor: other.color, borderWidth: 2.5, opacity: 1 },
            data: keys.map(function (service) {
              var found = row(other.list, mode.value, service);
              return { name: label(data.services, service), value: [found && found.share_meeting_norm !== null ? found.share_meeting_norm * 100 : null, label(data.services, service)] };
            }) };
        })
      });
      byId('compare-legend').replaceChildren.apply(byId('compare-legend'), others.map(function (other) {
        return element('span', { circle: '● ', rect: '□ ', diamond: '◇ ' }[other.symbol] + other.name);
      }));
      table('compare', [text.service].concat(others.map(function (other) { return other.name; })), keys.map(function (service) {
        return [label(data.services, service)].concat(others.map(function (other) {
          var found = row(other.list, mode.value, service);
          return percent(found ? found.share_meeting_norm : null);
        }));
      }));
    }
    one.draw = draw;
    draw();
  }

  // ---- choice ---------------------------------------------------------------------------------------------------------
  function choice() {
    if (!byId('choice')) { return; }
    var one = open('choice');
    var parts = ['share_no_choice', 'share_one_choice', 'share_more_choice'];
    var mode = options('choice-mode', data.modes, firstMode('fiets'), draw);
    function draw() {
      var own = rows(data.level, mode.value).filter(function (level) { return level.share_no_choice !== null; });
      one.place.style.height = (own.length * 40 + 60) + 'px';
      show(one, own.length > 0, {
        grid: grid(), xAxis: valueAxis(0, 100, '%'), yAxis: servicesAxis(own.map(function (level) { return level.service; })),
        tooltip: { trigger: 'item', formatter: function (item) { return lines(item.name, [item.seriesName + ': ' + number(item.value, 1) + '%']); } },
        series: parts.map(function (part, i) {
          return { type: 'bar', stack: 'all', name: text['choice.' + i], barWidth: 22,
            itemStyle: { color: CHOICE[i], decal: i === 0 ? DOTS : null, borderColor: '#fff', borderWidth: 1 },
            label: { show: true, color: i === 2 ? '#fff' : INK, fontSize: 12, fontWeight: 600, textBorderColor: i === 0 ? CHOICE[0] : 'transparent', textBorderWidth: i === 0 ? 4 : 0, formatter: function (item) { return item.value >= 9 ? number(item.value, 0) + '%' : ''; } },
            data: own.map(function (level) { return level[part] * 100; }) };
        })
      });
      legend('choice', parts.map(function (part, i) { return { color: CHOICE[i], label: text['choice.' + i] }; }));
      table('choice', [text.service].concat(parts.map(function (part, i) { return text['choice.' + i]; })), own.map(function (level) {
        return [label(data.services, level.service)].concat(parts.map(function (part) { return percent(level[part]); }));
      }));
    }
    one.draw = draw;
    draw();
  }

  // ---- map ------------------------------------------------------------------------------------------------------------
  function rings(polygons) {
    return polygons.map(function (polygon) {
      return polygon.map(function (steps) {
        var x = 0, y = 0, ring = [];
        for (var i = 0; i < steps.length; i += 2) {
          x += steps[i];
          y += steps[i + 1];
          ring.push([x * data.map.unit, y * data.map.unit]);
        }
        ring.push(ring[0]);
        return ring;
      });
    });
  }
  function feature(name, polygons) {
    return { type: 'Feature', properties: { name: name }, geometry: { type: 'MultiPolygon', coordinates: polygons } };
  }
  function round(x, y, radius) {
    var ring = [];
    for (var i = 0; i <= 16; i++) { ring.push([x + radius * Math.cos(i * Math.PI / 8), y + radius * Math.sin(i * Math.PI / 8)]); }
    return [[ring]];
  }
  function bounds(features) {
    var box = [Infinity, Infinity, -Infinity, -Infinity];
    features.forEach(function (one) {
      one.geometry.coordinates.forEach(function (polygon) {
        polygon[0].forEach(function (point) {
          box = [Math.min(box[0], point[0]), Math.min(box[1], point[1]), Math.max(box[2], point[0]), Math.max(box[3], point[1])];
        });
      });
    });
    return box;
  }
  function breaks(values) {
    var sorted = values.filter(function (value) { return value !== null; }).sort(function (a, b) { return a - b; });
    var high = sorted.length ? sorted[Math.floor(sorted.length * 0.9)] : 0;
    return [[3, 6, 9, 12, 15], [5, 10, 15, 20, 30], [10, 20, 30, 45, 60], [15, 30, 45, 60, 90]].filter(function (one) { return high <= one[4]; })[0] || [30, 60, 90, 120, 150];
  }
  function maps() {
    var zones = data.zones, count = zones.zone.length;
    if (!byId('map') || !count) { return; }
    var centre = bounds(zones.x.map(function (x, i) { return feature('', round(x * data.map.unit, zones.y[i] * data.map.unit, 1)); }));
    var dot = Math.max(150, Math.max(centre[2] - centre[0], centre[3] - centre[1]) / 90);
    var own = zones.code.map(function (code, i) {
      return feature(code, data.map.shapes[i] ? rings(data.map.shapes[i]) : round(zones.x[i] * data.map.unit, zones.y[i] * data.map.unit, dot));
    });
    var around = data.map.around.map(function (shape, i) { return feature('~' + i, rings(shape)); });
    var outline = data.map.outline.length ? [feature('~region', rings(data.map.outline))] : [];
    echarts.registerMap('region', { type: 'FeatureCollection', features: around.concat(own, outline) });
    var box = bounds(outline.length ? outline.concat(own) : own);
    var margin = Math.max(box[2] - box[0], box[3] - box[1]) * 0.03 + 100;
    box = [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
    var zoom = 1;
    var one = open('map');
    var what = options('map-what', ['minutes', 'meets', 'choice'].map(function (key) { return { key: key, label: text['what.' + key] }; }), 'minutes', draw);
    var service = options('map-service', data.services, 'huisarts', draw);
    var mode = options('map-mode', data.modes, firstMode('fiets'), draw);
    [['zoom.in', '+', 1.5], ['zoom.out', '−', 1 / 1.5], ['zoom.all', '⤢', 0]].forEach(function (step) {
      var button = element('button', step[1], { type: 'button', 'class': 'zoom', 'aria-label': text[step[0]], title: text[step[0]] });
      button.addEventListener('click', function () {
        zoom = step[2] === 0 ? 1 : Math.min(12, Math.max(1, zoom * step[2]));
        draw();
      });
      byId('map-choices').appendChild(button);
    });
    function size() {
      var width = one.place.clientWidth, height = one.place.clientHeight, aspect = (box[2] - box[0]) / (box[3] - box[1]);
      return aspect > 1 ? Math.min(width, height * aspect) : Math.min(height, width / aspect);
    }
    function known(i) { return zones.population[i] !== null; }
    // What a zone has: its class, or why it has none.
    function state(i, values, cuts) {
      if (!values || !known(i)) { return 'nodata'; }
      if (what.value === 'meets') { return values.meets[i] === '-' ? 'nonorm' : 'meets' + values.meets[i]; }
      if (what.value === 'choice') { return values.choice[i] === '-' ? 'nonorm' : 'choice' + values.choice[i]; }
      if (values.minutes[i] === null) { return 'unreachable'; }
      return 'class' + cuts.filter(function (cut) { return values.minutes[i] > cut; }).length;
    }
    function style(name) {
      if (name === 'nodata' || name === 'nonorm') { return { areaColor: '#fbfbfb', decal: HATCH }; }
      if (name === 'unreachable') { return { areaColor: '#6d6875', decal: DOTS }; }
      if (name === 'meets0') { return { areaColor: CHOICE[0], decal: DOTS }; }
      if (name === 'meets1') { return { areaColor: CHOICE[2], decal: null }; }
      if (name.indexOf('choice') === 0) { return { areaColor: CHOICE[+name.charAt(6)], decal: name === 'choice0' ? DOTS : null }; }
      return { areaColor: SEQUENCE[+name.charAt(5)], decal: null };
    }
    function words(name, cuts) {
      if (name === 'meets0' || name === 'meets1') { return text[name === 'meets1' ? 'meets.yes' : 'meets.no']; }
      if (name.indexOf('choice') === 0) { return text['choice.' + name.charAt(6)]; }
      if (name.indexOf('class') === 0) {
        var i = +name.charAt(5);
        return (i === 0 ? say('upto', cuts[0]) : i === cuts.length ? say('from', cuts[i - 1]) : say('between', cuts[i - 1], cuts[i])) + ' ' + text['minutes.short'];
      }
      return text[name];
    }
    function minutes(values, i) {
      return !values || !known(i) ? text.nodata : values.minutes[i] === null ? text.unreachable : number(values.minutes[i], 1) + ' ' + text['minutes.short'];
    }
    function meets(values, i) { return !values || !known(i) ? text.nodata : values.meets[i] === '-' ? text.nonorm : text[values.meets[i] === '1' ? 'meets.yes' : 'meets.no']; }
    function options3(values, i) { return !values || !known(i) ? text.nodata : values.choice[i] === '-' ? text.nonorm : text['choice.' + values.choice[i]]; }
    function draw() {
      var values = (data.values[mode.value] || {})[service.value];
      var level = row(data.level, mode.value, service.value);
      var norm = level ? level.norm_min : null;
      var cuts = breaks(values ? values.minutes.slice() : []);
      var states = zones.zone.map(function (zone, i) { return state(i, values, cuts); });
      var items = around.map(function (one) {
        return { name: one.properties.name, itemStyle: { areaColor: '#eceeef', borderColor: '#fff', borderWidth: 1 }, emphasis: { disabled: true } };
      }).concat(zones.code.map(function (code, i) {
        var edge = zones.border[i] === '1';
        var look = style(states[i]);
        look.borderColor = edge ? INK : '#fff';
        look.borderWidth = edge ? 1.4 : count > 300 ? 0.4 : 0.8;
        look.borderType = edge ? [4, 3] : 'solid';
        return { name: code, value: values ? values.minutes[i] : null, itemStyle: look,
          emphasis: { itemStyle: { areaColor: look.areaColor, borderColor: '#000', borderWidth: 2.5, borderType: 'solid' } } };
      }), outline.map(function (one) {
        return { name: one.properties.name, itemStyle: { areaColor: 'none', borderColor: INK, borderWidth: 2 }, emphasis: { disabled: true } };
      }));
      one.chart.clear();
      show(one, true, {
        tooltip: { trigger: 'item', formatter: function (item) {
          var i = zones.code.indexOf(item.name);
          if (i < 0) { return ''; }
          var rest = [minutes(values, i) + (norm === null ? '' : ' (' + text.norm + ' ' + number(norm, norm % 1 ? 1 : 0) + ')'), meets(values, i), options3(values, i)];
          if (known(i)) { rest.push(people(zones.population[i]) + ' ' + text.people); }
          if (zones.weight[i] < 0.995) { rest.push(text.weight + ': ' + percent(zones.weight[i])); }
          if (zones.border[i] === '1') { rest.push(text.border); }
          return lines(text.zone + ' ' + item.name + (zones.name && zones.name[i] ? ' ' + zones.name[i] : ''), unique(rest));
        } },
        series: [{ type: 'map', map: 'region', name: text['what.minutes'], aspectScale: 1, roam: zoom > 1 ? 'move' : false, zoom: zoom, selectedMode: false,
          boundingCoords: [[box[0], box[1]], [box[2], box[3]]], layoutCenter: ['50%', '50%'], layoutSize: size(),
          label: { show: false }, emphasis: { label: { show: false } }, data: items }]
      });
      one.place.setAttribute('aria-label', say('map.label', data.region.name, text['what.' + what.value], label(data.services, service.value), label(data.modes, mode.value)));
      var order = ['class0', 'class1', 'class2', 'class3', 'class4', 'class5', 'meets1', 'meets0', 'choice0', 'choice1', 'choice2', 'unreachable', 'nonorm', 'nodata'];
      var entries = order.filter(function (name) { return states.indexOf(name) >= 0; }).map(function (name) {
        var look = style(name);
        return { label: words(name, cuts), color: look.decal === HATCH ? null : look.areaColor, mark: look.decal === HATCH ? 'missing' : look.decal ? 'dotted' : '' };
      });
      entries.push({ label: text.region, mark: 'region-mark' });
      if (around.length) { entries.push({ label: text.around, mark: 'around-mark' }); }
      if (zones.border.indexOf('1') >= 0) { entries.push({ label: text.border, mark: 'border-mark' }); }
      legend('map', entries);
      if (byId('map-data').open) { fill(values); }
      byId('map-data').ontoggle = function () { if (byId('map-data').open) { fill(values); } };
    }
    // Hundreds of rows: made when somebody wants to see them.
    function fill(values) {
      table('map', [text.zone].concat(zones.name ? [text.name] : [], [text.people, text['what.minutes'], text['what.meets'], text['what.choice'], text.border]),
        zones.code.map(function (code, i) {
          return [code].concat(zones.name ? [zones.name[i] || ''] : [], [known(i) ? people(zones.population[i]) : text.nodata, minutes(values, i), meets(values, i), options3(values, i),
            zones.border[i] === '-' ? '–' : text[zones.border[i] === '1' ? 'border.yes' : 'border.no']]);
        }));
    }
    one.draw = draw;
    draw();
  }

  // ---- distribution over people ---------------------------------------------------------------------------------------
  function spread() {
    if (!byId('spread') || !data.zones.zone.length) { return; }
    var one = open('spread', narrow() ? 360 : 440);
    var service = options('spread-service', data.services, 'huisarts', draw);
    var population = data.zones.population.map(function (value) { return value || 0; });
    var total = population.reduce(function (a, b) { return a + b; }, 0);
    function curve(values, last) {
      var steps = [];
      for (var t = 0; t <= last; t++) {
        var reached = 0;
        for (var i = 0; i < population.length; i++) { if (values.minutes[i] !== null && values.minutes[i] <= t) { reached += population[i]; } }
        steps.push([t, total > 0 ? reached / total * 100 : null]);
      }
      return steps;
    }
    function draw() {
      var modes = data.modes.filter(function (mode) { return (data.values[mode.key] || {})[service.value]; });
      var all = [];
      modes.forEach(function (mode) { data.values[mode.key][service.value].minutes.forEach(function (value) { if (value !== null) { all.push(value); } }); });
      all.sort(function (a, b) { return a - b; });
      var last = Math.min(180, Math.max(20, Math.ceil((all.length ? all[Math.floor(all.length * 0.95)] : 20) / 10) * 10));
      var series = [];
      var curves = modes.map(function (mode) {
        var steps = curve(data.values[mode.key][service.value], last), look = MODE[mode.key] || [INK, 'solid'];
        series.push({ type: 'line', name: mode.label, data: steps, showSymbol: false, lineStyle: { color: look[0], width: 2.5, type: look[1] }, itemStyle: { color: look[0] },
          emphasis: { disabled: true } });
        var level = row(data.level, mode.key, service.value);
        if (level && level.norm_min !== null && level.share_meeting_norm !== null && level.norm_min <= last) {
          series.push({ type: 'scatter', name: mode.label + ', ' + text.norm, symbol: 'diamond', symbolSize: 13, z: 6, itemStyle: { color: '#fff', borderColor: look[0], borderWidth: 2.5, opacity: 1 },
            data: [[level.norm_min, level.share_meeting_norm * 100]] });
        }
        return steps;
      });
      show(one, modes.length > 0 && total > 0, {
        grid: { left: 4, right: 20, top: 16, bottom: 34, containLabel: true },
        xAxis: { type: 'value', min: 0, max: last, name: text.minutes, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: SOFT }, axisLabel: { color: SOFT }, splitLine: { show: false }, axisLine: { lineStyle: { color: INK } } },
        yAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: SOFT, formatter: '{value}%' }, splitLine: { lineStyle: { color: LINE } } },
        tooltip: { trigger: 'axis', formatter: function (items) {
          return lines(say('within', number(items[0].axisValue, 0)), items.filter(function (item) { return item.seriesType === 'line'; })
            .map(function (item) { return item.seriesName + ': ' + number(item.value[1], 0) + '%'; }));
        } },
        series: series
      });
      byId('spread-legend').replaceChildren.apply(byId('spread-legend'), modes.map(function (mode) {
        var look = MODE[mode.key] || [INK, 'solid'], item = element('span'), mark = element('b', null, { 'class': 'stroke' });
        mark.style.borderTop = '3px ' + (typeof look[1] === 'string' ? look[1] : 'double') + ' ' + look[0];
        item.appendChild(mark);
        item.appendChild(document.createTextNode(mode.label));
        return item;
      }).concat([element('span', '◇ ' + text.norm)]));
      var times = [5, 10, 15, 20, 30, 45, 60, 90, 120].filter(function (t) { return t <= last; });
      table('spread', [text.mode].concat(times.map(function (t) { return say('within', t); })), modes.map(function (mode, i) {
        return [mode.label].concat(times.map(function (t) { return percent(curves[i][t][1] === null ? null : curves[i][t][1] / 100); }));
      }));
    }
    one.draw = draw;
    draw();
  }

  // ---- on paper and really --------------------------------------------------------------------------------------------
  function effective() {
    if (!byId('effective')) { return; }
    var one = open('effective');
    var groups = unique(data.effective.map(function (found) { return found.group; })).map(function (key) { return { key: key, label: data.words[key] || key }; });
    var group = options('effective-group', groups, 'iedereen', draw);
    var looks = [['percent_potential', 'paper', '#a9cbd6', DOTS], ['percent_effective', 'really', '#1f6080', null]];
    function draw() {
      var own = data.services.map(function (service) {
        return data.effective.filter(function (found) { return found.service === service.key && found.group === group.value && found.percent_potential !== null; })[0];
      }).filter(Boolean);
      one.place.style.height = (own.length * 52 + 60) + 'px';
      show(one, own.length > 0, {
        grid: grid(), xAxis: valueAxis(0, 100, '%'), yAxis: servicesAxis(own.map(function (found) { return found.service; })),
        tooltip: { trigger: 'item', formatter: function (item) { return lines(item.name, [item.seriesName + ': ' + number(item.value, 1) + '%', text.lost + ': ' + people(own[item.dataIndex].persons_lost)]); } },
        series: looks.map(function (look) {
          return { type: 'bar', name: text[look[1]], barWidth: 15, barGap: '10%', itemStyle: { color: look[2], decal: look[3] }, data: own.map(function (found) { return found[look[0]]; }) };
        })
      });
      legend('effective', looks.map(function (look) { return { color: look[2], mark: look[3] ? 'dotted' : '', label: text[look[1]] }; }));
      table('effective', [text.service, text.paper, text.really, text.lost], own.map(function (found) {
        return [label(data.services, found.service), percent(found.percent_potential / 100), percent(found.percent_effective === null ? null : found.percent_effective / 100), people(found.persons_lost)];
      }));
    }
    one.draw = draw;
    draw();
  }

  // ---- what changes ---------------------------------------------------------------------------------------------------
  function future(change) {
    var key = change.scenario + '/' + change.year, name = data.scenarios[key] && data.scenarios[key] !== key ? data.scenarios[key] : change.scenario;
    return { key: key, label: name.indexOf(String(change.year)) >= 0 ? name : name + ' ' + change.year };
  }
  function causes() {
    if (!byId('causes')) { return; }
    var shares = data.changes.filter(function (change) { return change.measure === 'share_meeting_norm'; });
    var one = open('causes'), known = {};
    shares.map(future).forEach(function (word) { known[word.key] = word; });
    var scenario = options('causes-scenario', Object.keys(known).sort().map(function (key) { return known[key]; }), null, draw);
    var mode = options('causes-mode', data.modes, firstMode('auto'), draw);
    var looks = [['network', '#27658c', null], ['land_use', '#d9a441', DOTS], ['services', '#7b4b94', HATCH]];
    function draw() {
      var own = data.services.map(function (service) {
        return shares.filter(function (change) { return change.service === service.key && change.mode === mode.value && future(change).key === scenario.value && change.delta !== null; })[0];
      }).filter(Boolean);
      one.place.style.height = (own.length * 42 + 60) + 'px';
      show(one, own.length > 0, {
        grid: grid(), xAxis: Object.assign(valueAxis(null, null, ''), { axisLabel: { color: SOFT, fontSize: 12, formatter: function (value) { return (value > 0 ? '+' : '') + number(value, value % 1 ? 1 : 0); } } }),
        yAxis: servicesAxis(own.map(function (change) { return change.service; })),
        tooltip: { trigger: 'item', formatter: function (item) {
          var value = Array.isArray(item.value) ? item.value[0] : item.value;
          return lines(item.name, [item.seriesName + ': ' + points(value / 100) + ' ' + text.points]);
        } },
        series: looks.map(function (look) {
          return { type: 'bar', stack: 'causes', name: text[look[0]], barWidth: 18, itemStyle: { color: look[1], decal: look[2] }, data: own.map(function (change) { return (change[look[0]] || 0) * 100; }) };
        }).concat([{ type: 'scatter', name: text.total, symbol: 'diamond', symbolSize: 14, z: 6, itemStyle: { color: '#fff', borderColor: INK, borderWidth: 2.5, opacity: 1 },
          data: own.map(function (change) { return { name: label(data.services, change.service), value: [change.delta * 100, label(data.services, change.service)] }; }) }])
      });
      legend('causes', looks.map(function (look) { return { color: look[1], mark: look[2] === DOTS ? 'dotted' : look[2] ? 'hatched' : '', label: text[look[0]] }; }));
      byId('causes-legend').appendChild(element('span', '◇ ' + text.total));
      table('causes', [text.service, text.now, text.then, text.total].concat(looks.map(function (look) { return text[look[0]]; })), own.map(function (change) {
        return [label(data.services, change.service), percent(change.base), percent(change.future), points(change.delta)].concat(looks.map(function (look) { return points(change[look[0]]); }));
      }));
    }
    one.draw = draw;
    draw();
  }
  function range() {
    if (!byId('range')) { return; }
    var shares = data.changes.filter(function (change) { return change.measure === 'share_meeting_norm' && change.lowest !== null && change.highest !== null; });
    if (!shares.some(function (change) { return change.scenarios > 1; })) {
      byId('range-figure').hidden = true;
      return;
    }
    var one = open('range');
    var years = unique(shares.map(function (change) { return change.year; })).sort().map(function (year) { return { key: String(year), label: String(year) }; });
    var year = options('range-year', years, years.length ? years[years.length - 1].key : null, draw);
    var mode = options('range-mode', data.modes, firstMode('auto'), draw);
    function draw() {
      var own = data.services.map(function (service) {
        return shares.filter(function (change) { return change.service === service.key && change.mode === mode.value && String(change.year) === year.value; })[0];
      }).filter(Boolean);
      one.place.style.height = (own.length * 42 + 60) + 'px';
      show(one, own.length > 0, {
        grid: grid(), xAxis: valueAxis(0, 100, '%'), yAxis: servicesAxis(own.map(function (change) { return change.service; })),
        tooltip: { trigger: 'item', formatter: function (item) {
          var change = own[item.dataIndex];
          return lines(label(data.services, change.service), [text.now + ': ' + percent(change.base), text.lowest + ': ' + percent(change.lowest), text.highest + ': ' + percent(change.highest), text.scenarios + ': ' + number(change.scenarios, 0)]);
        } },
        series: [
          { type: 'bar', stack: 'range', barWidth: 9, silent: true, itemStyle: { color: 'rgba(0,0,0,0)' }, data: own.map(function (change) { return change.lowest * 100; }) },
          { type: 'bar', stack: 'range', barWidth: 9, name: text.scenarios, itemStyle: { color: '#86c5b4', borderColor: '#1f6080', borderWidth: 1 }, data: own.map(function (change) { return Math.max(0.15, (change.highest - change.lowest) * 100); }) },
          { type: 'scatter', name: text.now, symbol: 'circle', symbolSize: 13, z: 6, itemStyle: { color: ACCENT, opacity: 1 },
            data: own.map(function (change) { return [change.base === null ? null : change.base * 100, label(data.services, change.service)]; }) }
        ]
      });
      byId('range-legend').replaceChildren(element('span', '● ' + text.now), element('span', '▬ ' + text.lowest + ' – ' + text.highest));
      table('range', [text.service, text.now, text.lowest, text.highest, text.scenarios], own.map(function (change) {
        return [label(data.services, change.service), percent(change.base), percent(change.lowest), percent(change.highest), number(change.scenarios, 0)];
      }));
    }
    one.draw = draw;
    draw();
  }

  // ---- the page -------------------------------------------------------------------------------------------------------
  function resize(width) {
    charts.forEach(function (one) {
      one.chart.resize(width ? { width: width } : { width: 'auto' });
      if (one.draw) { one.draw(); }
    });
  }
  function here() {
    if (!('IntersectionObserver' in window)) { return; }
    var watch = new IntersectionObserver(function (entries) {
      entries.filter(function (entry) { return entry.isIntersecting; }).forEach(function (entry) {
        document.querySelectorAll('.toc a').forEach(function (link) { link.classList.toggle('here', link.getAttribute('href') === '#' + entry.target.id); });
      });
    }, { rootMargin: '-20% 0px -70% 0px' });
    document.querySelectorAll('main > section').forEach(function (section) { watch.observe(section); });
  }
  [compare, choice, maps, spread, effective, causes, range].forEach(function (draw) { draw(); });
  here();
  var waiting = null, width = window.innerWidth;
  window.addEventListener('resize', function () {
    if (window.innerWidth === width) { return; }
    width = window.innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(function () { resize(); }, 150);
  });
  window.addEventListener('beforeprint', function () {
    if (byId('access-all')) { byId('access-all').open = true; }
    resize(660);
  });
  window.addEventListener('afterprint', function () { resize(); });
})();
