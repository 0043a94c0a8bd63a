//! How much must be loaded before a page can be read.

use crate::Shared;
use crate::reading::pages;
use crate::view::View;

/// In thousands of bytes, packed by gzip, without fonts. A chapter of The Rust Book has 109.
const AT_MOST: f64 = 110.0;

/// The page, its scripts and its styles, each packed as a web host would.
const WEIGHT: &str = "(async () => {
    const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
    const isMeant = url => /\\.(js|css)$/.test(new URL(url).pathname) && !url.includes('/fonts/');
    const packed = async url => {
        const stream = (await fetch(url)).body.pipeThrough(new CompressionStream('gzip'));
        return (await new Response(stream).arrayBuffer()).byteLength;
    };
    const sizes = await Promise.all([location.href, ...loaded.filter(isMeant)].map(packed));
    return sizes.reduce((sum, size) => sum + size) / 1000;
})()";

pub fn every_page(shared: &Shared) {
    let mut heaviest = (0.0, String::new());
    let mut weights = Vec::new();
    for page in pages(shared) {
        let mut tab = shared.browser().tab(View::WIDE);
        tab.open(&shared.site().url(&page));
        tab.until(
            "[...document.querySelectorAll('course-code, course-quiz')]
                .every(element => element.classList.contains('ev-live'))",
        );
        let weight = tab.evaluate(WEIGHT).as_f64().unwrap();
        weights.push(weight);
        if weight > heaviest.0 {
            heaviest = (weight, page);
        }
    }
    let (weight, page) = heaviest;
    weights.sort_by(f64::total_cmp);
    let median = weights[weights.len() / 2];
    println!(
        "the heaviest page is {page} with {weight:.1} KB; half of them have at most {median:.1}"
    );
    assert!(weight <= AT_MOST, "{page} weighs {weight:.1} KB");
}
