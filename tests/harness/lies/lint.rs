//! Lies that the linter finds.

use std::sync::LazyLock;

use course::lint::{Content, Finding, Rule};

use crate::{assert_says, root};

static FINDINGS: LazyLock<Vec<Finding>> = LazyLock::new(|| {
    let content = Content::read(root()).unwrap_or_else(|error| panic!("{error}"));
    let check = |rule: Rule| {
        rule.check(&content)
            .unwrap_or_else(|error| panic!("{error}"))
    };
    Rule::ALL.into_iter().flat_map(check).collect()
});

/// What there is to find: the rule, the place, a part of the problem, a part of the help.
const LIES: [(Rule, &str, &str, &str); 64] = [
    (
        Rule::IncludedFileExists,
        "missing_include.md:10: listing lie_include",
        "there is no file listings/examples/lie_include/output.txt",
        "cargo course record lie_include",
    ),
    (
        Rule::AnchorExists,
        "missing_anchor.md:6: listing lie_anchor",
        "main.rs has no anchor `nowhere`",
        "cargo course record lie_anchor",
    ),
    (
        Rule::IncludeIsNotEmpty,
        "empty_include.md:9: listing lie_empty",
        "brings nothing",
        "take the block out",
    ),
    (
        Rule::NoDirectiveIsLeft,
        "left_directive.md:3",
        "mdBook does not understand `{{#inclood nothing.rs}}`",
        "mend the directive",
    ),
    (
        Rule::NoAnchorIsShown,
        "shown_anchor.md:5: listing lie_shown_anchor",
        "the reader sees the line `// ANCHOR: main`",
        "take the anchors out",
    ),
    (
        Rule::LinkLeadsSomewhere,
        "dead_link.md:3",
        "`nowhere.md` is dead: there is no page or file nowhere.html",
        "mend the link",
    ),
    (
        Rule::LinkLeadsSomewhere,
        "dead_link.md:3",
        "`truth.md#nowhere` is dead: the page truth.html has no anchor `nowhere`",
        "mend the link",
    ),
    (
        Rule::LinkLeadsSomewhere,
        "dead_link.md:5",
        "`nothing.svg` is dead: there is no page or file nothing.svg",
        "mend the link",
    ),
    (
        Rule::CodeIsAListing,
        "typed_code.md:3",
        "this Rust code is no listing",
        "put it into listings/examples/NAME/main.rs",
    ),
    (
        Rule::CodeIsAListing,
        "typed_code.md:7",
        "this Go code is no listing",
        "put it into listings/examples/NAME/main.go",
    ),
    (
        Rule::RustBlockIsTheWholeProgram,
        "part_of_a_program.md:5: listing lie_part",
        "shows another program",
        "cargo course record lie_part",
    ),
    (
        Rule::RustBlockIsTheWholeProgram,
        "shown_anchor.md:5: listing lie_shown_anchor",
        "shows another program",
        "cargo course record lie_shown_anchor",
    ),
    (
        Rule::RefusalNamesItsCodes,
        "any_error.md:5: listing lie_any_error",
        "`compile_fail` without an error code",
        "`rust,compile_fail,E0499`",
    ),
    (
        Rule::RefusalNamesItsCodes,
        "any_error.md:17: listing lie_ignored",
        "an ignored program is checked by nobody",
        "`no_run`",
    ),
    (
        Rule::OutputIsRecorded,
        "typed_code.md:11",
        "this text,output block is typed",
        "cargo course record NAME",
    ),
    (
        Rule::FenceFitsTheFile,
        "wrong_fence.md:9: listing lie_fence",
        "the fence does not fit output.txt",
        "begin it with `text,output`",
    ),
    (
        Rule::ClaimsAgree,
        "listing lie_claims",
        "two_claims.md:13: another block claims something else of main.rs",
        "cargo course record lie_claims",
    ),
    (
        Rule::ListingIsShown,
        "listing lie_orphan",
        "no chapter shows it",
        "listings/examples/lie_orphan/main.rs",
    ),
    (
        Rule::ListingHasAGoTwin,
        "listing lie_no_twin",
        "there is no Go twin",
        "listings/examples/lie_no_twin/main.go",
    ),
    (
        Rule::OutputIsShown,
        "listing lie_stale",
        "output.txt is recorded, but no chapter shows it",
        "cargo course record lie_stale",
    ),
    (
        Rule::FileIsShown,
        "listing lie_stale",
        "nothing makes or shows the file expected.txt",
        "cargo course record lie_stale",
    ),
    (
        Rule::CodeIsFramed,
        "elements.md:3: listing truth_schedules",
        "it stands in no course-code",
        "put `<course-code listing=\"truth_schedules\">` before it",
    ),
    (
        Rule::CodeIsFramed,
        "elements.md:9: listing truth_schedules",
        "it stands in the course-code of `truth_count`",
        "put `<course-code listing=\"truth_schedules\">` before it",
    ),
    (
        Rule::CodeIsFramed,
        "elements.md:15: listing truth_schedules",
        "there is no program in this course-code",
        "or remove it",
    ),
    (
        Rule::ExplorerWorks,
        "elements.md:21: listing truth_schedules",
        "has no graph of its listing",
        "cargo course record truth_schedules",
    ),
    (
        Rule::ExplorerWorks,
        "elements.md:27: listing truth_schedules",
        "no schedule reaches `panic`",
        "reach=\"deadlock\"",
    ),
    (
        Rule::ExplorerWorks,
        "elements.md:33: listing truth_schedules",
        "does not say so to the reader",
        "goal=\"what the reader is to do\"",
    ),
    (
        Rule::ExplorerWorks,
        "elements_without_program.md:3: listing truth_schedules",
        "is not on the page",
        "show it in a course-code",
    ),
    (
        Rule::QuestionIsWhole,
        "elements.md:62",
        "the id `elements-truth` is taken by the question at elements.md:45",
        "give it another",
    ),
    (
        Rule::QuestionIsWhole,
        "elements.md:62",
        "no option is right",
        "as many reasons",
    ),
    (
        Rule::QuestionIsWhole,
        "elements.md:79",
        "this question has no id",
        "<course-quiz id=",
    ),
    (
        Rule::QuestionIsWhole,
        "elements.md:79",
        "there are 2 options, and 1 reasons",
        "as many reasons",
    ),
    (
        Rule::QuestionIsWhole,
        "elements.md:95",
        "neither with **Right.** nor with **Wrong.**",
        "as many reasons",
    ),
    (
        Rule::ExplorerWorks,
        "elements.md:112: listing truth_schedules",
        "it is to play to `panic`, which no schedule reaches",
        "plays=",
    ),
    // Questions.
    (
        Rule::QuestionIsWhole,
        "questions.md:3",
        "there is no kind of question called `riddle`",
        "kind=\"predict\"",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:20: listing nowhere",
        "there is no listing `nowhere`",
        "listing=\"NAME\"",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:37: listing truth_count",
        "is not on the page",
        "show it in the question",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:54: listing truth_order",
        "the answer is not the recorded output",
        "include output.txt",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:73: listing truth_order",
        "a likely wrong guess",
        "list them",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:92: listing truth_order",
        "on the page before the question",
        "ask first",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:113: listing truth_refused",
        "the options are not",
        "write these two",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:134: listing truth_refused",
        "does not show what the compiler says",
        "include error.txt",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:155: listing truth_refused",
        "the listing is in listings/refused",
        "mend the answer",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:180: listing truth_schedules",
        "there are 4 steps to be ordered, and 2 are named",
        "number the steps",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:205: listing truth_schedules",
        "does not say what cannot be",
        "number the steps",
    ),
    (
        Rule::QuestionIsWhole,
        "questions.md:227: listing truth_schedules",
        "in a right order already",
        "in another order",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:249: listing truth_schedules",
        "is called right, and no schedule has it",
        "number the steps",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:273: listing truth_schedules",
        "is called wrong, and a schedule has it",
        "number the steps",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:299: listing truth_schedules",
        "no schedule has these steps",
        "number the steps",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:324: listing truth_order",
        "no complete graph",
        "cargo course record NAME",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:342",
        "it states a fact of no listing",
        "listing=\"NAME\"",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:359: listing truth_order",
        "there are 3 facts for 2 options",
        "write fact=",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:376: listing truth_order",
        "`perhaps` cannot be checked",
        "write fact=",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:393: listing truth_order",
        "there is no race.go.txt",
        "write fact=",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:410: listing truth_schedules",
        "`no deadlock` is not so",
        "mend the answer",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:427: listing truth_schedules",
        "`schedules 6` is so",
        "mend the answer",
    ),
    (
        Rule::AnswerIsTrue,
        "questions.md:444: listing truth_schedules",
        "is not so",
        "mend the answer",
    ),
    (
        Rule::AnswerIsTrue,
        "questions_again.md:3: listing truth_order",
        "`clerk 2 / clerk 1 / clerk 3` is called wrong",
        "take the guess out",
    ),
    (
        Rule::AnswerIsTrue,
        "questions_again.md:24: listing truth_refused",
        "does not name the error E0384",
        "name every code",
    ),
    (
        Rule::QuestionIsWhole,
        "questions_again.md:49: listing truth_clock",
        "nobody can foresee",
        "measures nothing",
    ),
    (
        Rule::QuestionsAreEnough,
        "few/index.md",
        "the chapter asks 0 questions",
        "ask at least 5",
    ),
    (
        Rule::QuestionsAreEnough,
        "SUMMARY.md: A part",
        "the part has 0 questions of the kind `compiles`",
        "ask at least 2",
    ),
    (
        Rule::QuestionsAreEnough,
        "SUMMARY.md: A part",
        "the part has 0 questions of the kind `order`",
        "ask at least 2",
    ),
    (
        Rule::QuestionsAreEnough,
        "SUMMARY.md: A part",
        "the part has 0 questions of the kind `predict`",
        "ask at least 2",
    ),
];

fn is(finding: &Finding, lie: &(Rule, &str, &str, &str)) -> bool {
    let &(rule, place, problem, _) = lie;
    finding.rule == rule && finding.place == place && finding.problem.contains(problem)
}

#[test]
fn every_lie_is_found() {
    for lie in &LIES {
        let found = FINDINGS.iter().find(|finding| is(finding, lie));
        let found = found.unwrap_or_else(|| panic!("{lie:?} is not among {:#?}", *FINDINGS));
        assert_says(&found.to_string(), &[lie.1, lie.2, lie.3]);
    }
}

/// The chapter that tells the truth is among what is not found fault with.
#[test]
fn nothing_else_is_found() {
    let others = FINDINGS
        .iter()
        .filter(|finding| !LIES.iter().any(|lie| is(finding, lie)));
    let others: Vec<String> = others.map(ToString::to_string).collect();
    assert!(others.is_empty(), "{}", others.join("\n\n"));
}

#[test]
fn every_rule_has_a_lie() {
    for rule in Rule::ALL {
        assert!(
            LIES.iter().any(|lie| lie.0 == rule),
            "{rule:?} is never put to the test"
        );
    }
}
