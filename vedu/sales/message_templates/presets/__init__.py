"""Ready templates, in the language that their readers speak: a letter is written anew, not translated."""
