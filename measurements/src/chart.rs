//! A group as bars: an SVG picture that follows the page's theme.

use crate::record::{Group, Row};
use crate::table::{ratio, rounded};
use std::fmt::Write;

const WIDTH: f64 = 720.0;
/// Where the bars begin; names stand to the left.
const LEFT: f64 = 170.0;
/// Room for the number behind the longest bar.
const RIGHT: f64 = 60.0;
const BAR: f64 = 16.0;
const STEP: f64 = 22.0;
const HEAD: f64 = 26.0;

/// Bars for each comparison. A bar's length is how much it takes, with the row's first contender
/// as 1; the thin line shows the middle half of the rounds. If the bars differ too much for that,
/// their lengths are logarithms, and the picture says so.
#[must_use]
pub fn draw(group: &Group) -> String {
    let scale = Scale::of(group);
    let mut bars = String::new();
    let mut y = 8.0;
    for row in &group.rows {
        y = draw_row(&mut bars, row, &scale, y) + 10.0;
    }
    let name = &group.name;
    let note = scale.note();
    if !note.is_empty() {
        let at = y + 12.0;
        line(
            &mut bars,
            format_args!(r#"<text class="quiet" x="{LEFT}" y="{at}">{note}</text>"#),
        );
        y += STEP;
    }
    let desc = describe(group);
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {y}\" role=\"img\" \
         aria-labelledby=\"cost-{name}-title cost-{name}-desc\" \
         xmlns=\"http://www.w3.org/2000/svg\">\n\
         <title id=\"cost-{name}-title\">How much each takes</title>\n\
         <desc id=\"cost-{name}-desc\">{desc}</desc>\n{bars}</svg>\n"
    )
}

fn draw_row(bars: &mut String, row: &Row, scale: &Scale, top: f64) -> f64 {
    let text = escaped(&row.name);
    let y = top + 14.0;
    line(
        bars,
        format_args!(r#"<text class="strong" x="0" y="{y}">{text}</text>"#),
    );
    let mut y = top + HEAD;
    for (number, contender) in row.contenders.iter().enumerate() {
        let length = scale.length(contender.median / row.base());
        let (low, high) = (
            LEFT + scale.length(contender.low / row.base()),
            LEFT + scale.length(contender.high / row.base()),
        );
        let (base, middle) = (y + 12.5, y + BAR / 2.0);
        let name = escaped(&contender.name);
        let said = ratio(row, contender);
        let (end, after) = (LEFT - 10.0, high.max(LEFT + length) + 8.0);
        let class = ["main", "a", "b", "c"][number % 4];
        line(
            bars,
            format_args!(r#"<text class="end" x="{end}" y="{base:.1}">{name}</text>"#),
        );
        line(
            bars,
            format_args!(
                r#"<rect class="{class}" x="{LEFT}" y="{y:.1}" width="{length:.1}" height="{BAR}" rx="2"/>"#
            ),
        );
        line(
            bars,
            format_args!(
                r#"<line class="line" x1="{low:.1}" x2="{high:.1}" y1="{middle:.1}" y2="{middle:.1}"/>"#
            ),
        );
        line(
            bars,
            format_args!(r#"<text x="{after:.1}" y="{base:.1}">{said}</text>"#),
        );
        y += STEP;
    }
    y
}

fn line(bars: &mut String, element: std::fmt::Arguments<'_>) {
    writeln!(bars, "{element}").expect("a String takes all");
}

/// How long a bar is for a ratio.
struct Scale {
    largest: f64,
    smallest: f64,
    logarithmic: bool,
}

impl Scale {
    fn of(group: &Group) -> Scale {
        let ratios: Vec<f64> = group
            .rows
            .iter()
            .flat_map(|row| row.contenders.iter().map(|one| one.high / row.base()))
            .collect();
        let largest = ratios.iter().copied().fold(1.0, f64::max);
        let smallest = ratios.iter().copied().fold(1.0, f64::min);
        Scale {
            largest,
            smallest,
            logarithmic: largest / smallest > 30.0,
        }
    }

    fn length(&self, ratio: f64) -> f64 {
        let room = WIDTH - LEFT - RIGHT;
        if self.logarithmic {
            // The shortest bar is still a bar.
            let floor = self.smallest / 2.0;
            room * (ratio.max(floor) / floor).ln() / (self.largest / floor).ln()
        } else {
            room * ratio / self.largest
        }
    }

    fn note(&self) -> &'static str {
        if self.logarithmic {
            "Twice as much is always the same bit longer (a logarithmic scale)."
        } else {
            ""
        }
    }
}

/// The picture in words, for those who do not see it.
fn describe(group: &Group) -> String {
    let mut sentences = String::new();
    for row in &group.rows {
        let each: Vec<String> = row
            .contenders
            .iter()
            .map(|one| format!("{} {}", one.name, rounded(one.median / row.base())))
            .collect();
        write!(sentences, "{}: {}. ", row.name, each.join(", ")).expect("a String takes all");
    }
    escaped(sentences.trim_end())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
