//! The content linter, one test a rule.

use std::sync::LazyLock;

use course::lint::{Content, Rule};

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    Content::read(crate::harness::workspace()).unwrap_or_else(|error| panic!("{error}"))
});

/// Makes a test of each rule, and sees to it that no rule is without one.
macro_rules! rules {
    ($($name:ident: $rule:ident,)*) => {
        $(#[test] fn $name() { check(Rule::$rule); })*

        #[test]
        fn every_rule_is_a_test() {
            assert_eq!(Rule::ALL, [$(Rule::$rule),*]);
        }
    };
}

rules! {
    every_included_file_exists: IncludedFileExists,
    every_anchor_exists: AnchorExists,
    no_include_is_empty: IncludeIsNotEmpty,
    no_directive_is_left: NoDirectiveIsLeft,
    no_anchor_is_shown: NoAnchorIsShown,
    every_link_leads_somewhere: LinkLeadsSomewhere,
    all_code_is_a_listing: CodeIsAListing,
    every_rust_block_is_a_whole_program: RustBlockIsTheWholeProgram,
    every_refusal_names_its_codes: RefusalNamesItsCodes,
    all_output_is_recorded: OutputIsRecorded,
    every_fence_fits_its_file: FenceFitsTheFile,
    all_claims_agree: ClaimsAgree,
    every_listing_is_shown: ListingIsShown,
    every_listing_has_a_go_twin: ListingHasAGoTwin,
    all_output_is_shown: OutputIsShown,
    every_file_is_shown: FileIsShown,
    every_program_is_framed: CodeIsFramed,
    every_explorer_works: ExplorerWorks,
    every_question_is_whole: QuestionIsWhole,
    every_answer_is_true: AnswerIsTrue,
    there_are_enough_questions: QuestionsAreEnough,
}

fn check(rule: Rule) {
    let findings = rule
        .check(&CONTENT)
        .unwrap_or_else(|error| panic!("{error}"));
    let list: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(
        findings.is_empty(),
        "{} found:\n\n{}\n",
        list.len(),
        list.join("\n\n")
    );
}
