//! The coach on a course with one small exercise.

mod answers;
mod course;
mod demands;
mod holes;
mod kills;
mod progress;
