"""What the words of the field mean: values and pure rules, standard library only."""
