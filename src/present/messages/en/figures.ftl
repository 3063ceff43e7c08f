# figures

## The dot plot of the results table: what a dot is.

dot-trial = trial { NUMBER($number) }: { $time }
dot-outlier = trial { NUMBER($number) }: { $time }, an outlier
