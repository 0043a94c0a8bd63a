//! The types that the chapters of *Every Interleaving* build, step by step.
