//! Says in how many ways programs of the corpus end, in the form in which they declare it:
//! `cargo run -p interleave-corpus --example declare -- [PART OF A NAME]`.

use interleave::{Merging, Model, Options};
use interleave_corpus::PROGRAMS;
use interleave_corpus::declaration::{Declaration, Way, found};
use libtest_mimic::Arguments;

fn main() {
    let part = Arguments::from_args().filter.unwrap_or_default();
    for program in PROGRAMS
        .iter()
        .filter(|program| program.name.contains(&part))
    {
        let declaration = Declaration::read(program.text).unwrap_or_default();
        let options = Options {
            model: Model {
                merging: Merging::Values,
                ..declaration.model
            },
            file: program.file.to_owned(),
            ..Options::default()
        };
        let exploration = interleave::explore(&options, program.main, |_| ());
        // Where threads can go round, what counts as one schedule is a matter of definition.
        let count = (!exploration.cyclic).then(String::new);
        let counted = |way: &Way| Way {
            count: count.clone(),
            ..way.clone()
        };
        let details: Vec<Way> = declaration.ways.iter().map(counted).collect();
        println!("{}", program.file);
        if let Some(cut) = &exploration.cut {
            println!("not everything was explored: {cut}");
        }
        for way in found(&exploration, &details) {
            println!("//! {way}");
        }
    }
}
