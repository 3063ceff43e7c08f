# shell

## The help sheet: keys by screen

keys-title = Keyboard shortcuts
keys-close = Close
keys-open = Keyboard shortcuts
keys-screen = { $screen ->
    [everywhere] Everywhere
    [lab] Lab
    [live] During a run
    [timeline] Results, timeline
    [results] Results
    [break-even] Results, break-even
   *[claims] Claims
  }
keys-place = Go to Lab, Results, Claims, Machine
keys-help = Show or close this sheet
keys-run = Run the experiment
keys-stop-run = Stop the run
keys-follow = Follow the trial under way
keys-freeze = Freeze the timeline, or follow again
keys-whole = Show the whole trial
keys-table = Switch between the picture and its table
keys-slowest = Go to the slowest task
keys-step = In the picture: go to the next task, lane or measured point
keys-page = In the timeline: scroll the lanes
keys-export = Open the Export menu
keys-next-claim = In the list: next or previous claim
keys-first-claim = In the list: first or last claim
keys-try-claim = Run the selected claim
keys-stop-claims = Stop the claims under way

keys-mouse = Mouse, in a timeline
mouse-wheel = wheel
mouse-wheel-does = Zoom at the pointer
mouse-shift-wheel = Shift wheel
mouse-shift-wheel-does = Pan
mouse-alt-wheel = Alt wheel
mouse-alt-wheel-does = Scroll the lanes
mouse-overview = drag in the overview
mouse-overview-does = Choose the part that is shown

## Names of keys

key-space = Space
key-ctrl = Ctrl
key-enter = Enter
key-escape = Esc
key-home = Home
key-end = End
key-page-up = Page up
key-page-down = Page down
