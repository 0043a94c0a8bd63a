//! How much must be loaded before a page can be read.

use crate::browsing::Shared;
use crate::browsing::view::View;

/// In thousands of bytes, packed by gzip, without fonts. A chapter of The Rust Book has 109.
const AT_MOST: f64 = 110.0;

/// What an explorer adds when the reader comes near it.
const EXPLORER_AT_MOST: f64 = 25.0;

/// The page with its scripts and styles, each packed as a web host would, and what an explorer adds.
/// A page can be read before its explorer is there, and is: whether one is near the top or not
/// depends on the window.
const WEIGHT: &str = "(async () => {
    const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
    const isMeant = url => /\\.(js|css)$/.test(new URL(url).pathname) && !url.includes('/fonts/');
    const packed = async url => {
        const stream = (await fetch(url)).body.pipeThrough(new CompressionStream('gzip'));
        return (await new Response(stream).arrayBuffer()).byteLength;
    };
    const weigh = async urls => (await Promise.all(urls.map(packed)))
        .reduce((sum, size) => sum + size, 0) / 1000;
    const isOfExplorer = url => url.includes('/elements/explorer/');
    const urls = loaded.filter(isMeant);
    return [
        await weigh([location.href, ...urls.filter(url => !isOfExplorer(url))]),
        await weigh(urls.filter(isOfExplorer)),
    ];
})()";

/// Once everything is alive, nothing more is loaded.
const ALIVE: &str = "[...document.querySelectorAll('course-code, course-quiz, schedule-explorer')]
    .every(element => element.classList.contains('ev-live'))";

pub fn every_page(shared: &Shared) {
    let mut pages: Vec<_> = shared
        .pages()
        .into_iter()
        .map(|page| {
            let [weight, explorer] = weigh(shared, &page);
            assert!(explorer <= EXPLORER_AT_MOST, "{page}: {explorer:.1} KB");
            (weight, page)
        })
        .collect();
    pages.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let (median, _) = pages[pages.len() / 2];
    let (weight, page) = pages.last().unwrap();
    println!(
        "the heaviest page is {page} with {weight:.1} KB; half of them have at most {median:.1}"
    );
    assert!(*weight <= AT_MOST, "{page} weighs {weight:.1} KB");
}

fn weigh(shared: &Shared, page: &str) -> [f64; 2] {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.site().url(page));
    if tab.evaluate("document.querySelector('schedule-explorer') !== null") == true {
        tab.come_near("schedule-explorer");
    }
    tab.until(ALIVE);
    let weights = tab.evaluate(WEIGHT);
    [0, 1].map(|at| weights[at].as_f64().unwrap())
}
