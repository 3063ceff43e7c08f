# sheets

## The command palette

palette = Commands
palette-hint = What do you want to do?
palette-count = { $count ->
    [0] No command has this name
    [one] { $count } command
   *[other] { $count } commands
}
palette-place = place
palette-setting = setting
palette-export = Export as { $format ->
    [json] JSON
    [csv] CSV
    [spreadsheet] CSV for spreadsheets
    [html] HTML page
   *[trace] trace
  }
palette-theme = Theme: { theme-name }
palette-language = Language: { $name }
palette-preset = Preset: { $title }
palette-claim = Claim { NUMBER($number) }: { $sentence }
palette-run = Open the run: { $name }
palette-chart = { $title }: { chart-deed }
keys-palette = Find a command
keys-settings = Open the settings
keys-undo = Undo the last edit of the form
keys-redo = Redo it
key-shift = Shift
key-command = ⌘

## The settings

settings = Settings
settings-language = Language
settings-theme = Theme
theme-name = { $theme ->
    [system] System
    [light] light
   *[dark] dark
  }
settings-budget = Default budget
settings-seconds = Maximum time of a run
settings-trials = Maximum trials per cell
settings-budget-note = For runs that repeat until precise, from the next preset on. Empty: the preset's own.
settings-range = From { $min } to { $max }, or empty.
settings-runs = Kept runs
settings-show = Open the folder
folder-not-shown = { $folder } could not be opened: { $why }. Open it in your file manager.

## The menus

menu-file = File
menu-edit = Edit
menu-view = View
menu-window = Window
menu-help = Help
menu-about = About Corelane
menu-services = Services
menu-hide = Hide Corelane
menu-hide-others = Hide Others
menu-show-all = Show All
menu-quit = Quit Corelane
menu-close = Close Window
menu-settings = Settings…
menu-open-experiment = Open Experiment…
menu-open-report = Open Report…
menu-save-experiment = Save Experiment…
menu-undo = Undo
menu-redo = Redo
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select All
menu-palette = Commands…
menu-zoom-reset = Actual Size
menu-zoom-in = Zoom In
menu-zoom-out = Zoom Out
menu-full-screen = Full Screen
menu-reload = Reload
menu-tools = Developer Tools
menu-minimise = Minimise
menu-zoom-window = Zoom
menu-front = Bring All to Front
menu-keys = Keyboard Shortcuts
