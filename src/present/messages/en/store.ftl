## What is kept of earlier runs.

runs-removed = { $count ->
    [one] The oldest kept run ({ $runs }) was deleted
   *[other] The { $count } oldest kept runs ({ $runs }) were deleted
}: kept runs take at most { $limit }, "keptBytes" in settings.json.
runs-removed-more = { $runs }, …
settings-set-aside = { $path } was damaged and renamed to { $aside }: set its other settings again.
