//! Whether text can be told from what is behind it, in each of mdBook's themes.

use crate::browsing::Shared;
use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../theme/tokens.css");

/// What the Web Content Accessibility Guidelines ask of text at level AA.
const AT_LEAST: f64 = 4.5;

const TEXTS: [&str; 11] = [
    "text", "muted", "accent", "good", "bad", "warn", "main", "a", "b", "c", "d",
];
const SURFACES: [&str; 3] = ["surface", "raised", "code"];
/// Text on a colour that is no surface.
const PAIRS: [(&str, &str); 7] = [
    ("on-thread", "main"),
    ("on-thread", "a"),
    ("on-thread", "b"),
    ("on-thread", "c"),
    ("on-thread", "d"),
    ("on-accent", "accent"),
    ("text", "flash"),
];

type Colours = BTreeMap<String, [u8; 3]>;

/// The colours of the block whose selector is, among others, this one.
fn colours(selector: &str) -> Colours {
    // A block may be in one that says for which medium it is.
    let blocks = TOKENS.split('}').filter_map(|block| block.rsplit_once('{'));
    let is_meant = |before: &str| {
        let last = before.rsplit(['/', '{']).next().unwrap_or(before);
        last.split(',').any(|part| part.trim() == selector)
    };
    let (_, block) = blocks
        .filter(|(selector, _)| is_meant(selector))
        .find(|(_, block)| block.contains("--ev-surface"))
        .unwrap_or_else(|| panic!("no block for {selector}"));
    let colours = block.split(';').filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--ev-")?.split_once(": ")?;
        Some((name.to_owned(), hex(value)?))
    });
    colours.collect()
}

fn hex(value: &str) -> Option<[u8; 3]> {
    let digits = value.strip_prefix('#')?;
    let width = digits.len() / 3;
    let part = |at: usize| {
        let digits = &digits[at * width..(at + 1) * width];
        u8::from_str_radix(&digits.repeat(2 / width), 16).ok()
    };
    Some([part(0)?, part(1)?, part(2)?])
}

/// As WCAG 2 defines it.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

pub fn every_theme(_: &Shared) {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    let on_surfaces = SURFACES
        .iter()
        .flat_map(|surface| TEXTS.iter().map(move |text| (*text, *surface)));
    let pairs: Vec<_> = on_surfaces.chain(PAIRS).collect();
    let mut low = Vec::new();
    let without_scripts = "html:not(.js)";
    for theme in [".light", ".rust", ".navy", ".coal", ".ayu", without_scripts] {
        let colours = colours(theme);
        for (text, ground) in &pairs {
            let contrast = contrast(colours[*text], colours[*ground]);
            if contrast < AT_LEAST {
                low.push(format!("{theme}: {text} on {ground} has {contrast:.2}"));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}
