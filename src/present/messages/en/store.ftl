## What is kept of earlier runs.

runs-removed = { $count ->
    [one] The oldest kept run ({ $runs }) had to go
   *[other] The { $count } oldest kept runs ({ $runs }) had to go
}: kept runs take at most { $limit }, "keptBytes" in settings.json.
runs-removed-more = { $runs }, …
