"""Charts of a report as Word's own (diagram): text that stays text, in the colours and letters of the template.

A chart has its amounts in itself and no workbook behind it; what it shows stands in words in its alternative text.
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.amounts import canonical_amount
from sifund_ledger.report.charts.chart import Chart, Series, Shape
from sifund_ledger.report.word.markup import NAMESPACES, TAGS, said

TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_EMU: Final = 635
"""English metric units in a twentieth of a point."""
_BARS: Final = ("accent1", "accent2", "accent3", "accent4")
_LINES: Final = ("accent1", "accent3", "accent2", "accent4")
_LONGEST: Final = 60
_LOCALES: Final = {"sv": "[$-41D]", "en": "[$-809]"}
_NO_FILL: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_AXES: Final = '<c:axId val="111"/><c:axId val="222"/>'


def inline(chart: Chart, relation: str, number: int, width: int, height: int) -> str:
    """A chart where it stands in the text, with its title and alternative text; width and height in twentieths of a
    point."""
    size = f'cx="{width * _EMU}" cy="{height * _EMU}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{10_000 + number}" name="{said(chart.code)}" descr="{said(chart.alternative)}" '
        f'title="{said(chart.title)}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="{relation}"/>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def part(chart: Chart) -> bytes:
    """The chart as a part of the document."""
    plot = _lines(chart) if chart.shape is Shape.LINES else _bars(chart)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="{TAGS[chart.language]}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>'
        f'<a:defRPr sz="900" b="1"/></a:pPr><a:r><a:rPr lang="{TAGS[chart.language]}" sz="900" b="1"/>'
        f"<a:t>{said(_short(chart.heading, 2 * _LONGEST))}</a:t></a:r></a:p></c:rich></c:tx>"
        f'<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>{plot}{_axes(chart)}'
        f'</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>{_NO_FILL}<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr>'
        f'<a:endParaRPr lang="{TAGS[chart.language]}"/></a:p></c:txPr></c:chartSpace>'
    ).encode()


def _bars(chart: Chart) -> str:
    flow, stacked = chart.shape is Shape.FLOW, chart.shape is Shape.STACKED
    overlap = '<c:overlap val="100"/>' if flow or stacked else ""
    labels = _labelled(chart) if flow else ""
    series = "".join(
        _series(chart, place, each, f"<c:spPr>{_fill(_BARS[place % 4])}</c:spPr>",
                '<c:invertIfNegative val="0"/>', labels)
        for place, each in enumerate(chart.series)
    )  # fmt: skip
    return (
        f'<c:barChart><c:barDir val="{"bar" if flow else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{40 if flow else 60}"/>{overlap}{_AXES}</c:barChart>'
    )


def _lines(chart: Chart) -> str:
    dashes = ("solid", "dash", "sysDot", "dashDot")
    series = "".join(
        _series(
            chart,
            place,
            each,
            f'<c:spPr><a:ln w="26000">{_fill(_LINES[place % 4])}<a:prstDash val="{dashes[place % 4]}"/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>{_fill(_LINES[place % 4])}'
            "<a:ln><a:noFill/></a:ln></c:spPr></c:marker>",
            "",
            _marked(chart) if place == 0 else "",
            '<c:smooth val="0"/>',
        )
        for place, each in enumerate(chart.series)
    )
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/>{_AXES}</c:lineChart>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def _series(chart: Chart, place: int, of: Series, look: str, before: str, labels: str, after: str = "") -> str:
    """A series with its labels and amounts written out, in the order in which the format has them."""
    names = "".join(f'<c:pt idx="{i}"><c:v>{said(_short(text))}</c:v></c:pt>' for i, text in enumerate(chart.labels))
    values = "".join(
        f'<c:pt idx="{i}"><c:v>{canonical_amount(value, chart.unit)}</c:v></c:pt>'
        for i, value in enumerate(of.values)
        if value is not None
    )
    count = f'<c:ptCount val="{len(chart.labels)}"/>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:v>{said(_short(of.name))}</c:v></c:tx>'
        f"{look}{before}{labels}<c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>{_format(chart)}</c:formatCode>{count}{values}</c:numLit></c:val>"
        f"{after}</c:ser>"
    )


def _labelled(chart: Chart) -> str:
    """The amounts beside the bars of a flow, which has no axis."""
    return (
        f'<c:dLbls><c:numFmt formatCode="{_format(chart, f" &quot;{chart.unit}&quot;")}" sourceLinked="0"/><c:spPr/>'
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _marked(chart: Chart) -> str:
    """Words that stand at a label, such as a deadline."""
    marks = "".join(_mark(chart, label, text) for label, text in chart.marks if label in chart.labels)
    hidden = "".join(f'<c:show{what} val="0"/>' for what in _SHOWN)
    return f"<c:dLbls>{marks}{hidden}</c:dLbls>" if marks else ""


_SHOWN: Final = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def _mark(chart: Chart, label: str, text: str) -> str:
    """Words above the point at a label, or below one that lies below zero."""
    index = chart.labels.index(label)
    place = "b" if (chart.series[0].values[index] or 0) < 0 else "t"
    shown = "".join(f'<c:show{what} val="{int(what == "Val")}"/>' for what in _SHOWN)
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="800"/><a:t>{said(text)}</a:t>'
        f'</a:r></a:p></c:rich></c:tx><c:dLblPos val="{place}"/>{shown}</c:dLbl>'
    )


def _axes(chart: Chart) -> str:
    """The axis of labels and that of amounts; a flow goes down the page, and its amounts stand beside its bars."""
    flow = chart.shape is Shape.FLOW
    turned = "maxMin" if flow else "minMax"
    grid = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="bg1"><a:lumMod val="85000"/>' \
        "</a:schemeClr></a:solidFill></a:ln></c:spPr></c:majorGridlines>"  # fmt: skip
    return (
        f'<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{turned}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if flow else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        '<c:crossAx val="222"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="{int(flow)}"/><c:axPos val="{"b" if flow else "l"}"/>{"" if flow else grid}'
        f'<c:numFmt formatCode="{_format(chart)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _format(chart: Chart, after: str = "") -> str:
    """As many decimals as the amounts have in the chart's unit, one at most; with the marks of the language, a real
    minus sign, and what stands ``after`` the number."""
    whole = all("." not in canonical_amount(value, chart.unit) for value in chart.values)
    locale, number = _LOCALES[chart.language], f"#,##0{'' if whole else '.0'}{after}"
    return f"{locale}{number};{locale}\\\u2212{number}"


def _short(text: str, most: int = _LONGEST) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
