//! What a page can ask for, and what nobody else gets.

mod attacked;
mod crowd;
mod exercises;
mod foreigners;
mod measure;
mod programs;
mod senseless;
