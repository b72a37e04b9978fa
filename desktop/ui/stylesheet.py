"""The style sheet of the flat widgets; what it cannot draw is painted by the widgets themselves."""

from string import Template

from desktop.ui.theme import Tokens

_SHEET = Template("""
QMainWindow, QWidget#shell, QStackedWidget { background: $canvas; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 14px; }
QFrame[kind="note"] { background: $accent_soft; border: 0; border-radius: 10px; }
QFrame[kind="warning"] { background: $warn_soft; border: 0; border-radius: 10px; }
QFrame[kind="bar"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[kind="strip"] { background: $accent_soft; border: 0; border-bottom: 1px solid $line; }
QFrame[kind="viewer"] { background: $canvas; border: 0; }
QFrame[kind="passing"] { background: $surface; border: 1px solid $ring; border-radius: 10px; }
QFrame[kind="warning-strip"] { background: $warn_soft; border: 0; border-bottom: 1px solid $line; }
QFrame[kind="rail"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[kind="box"] { background: transparent; border: 2px solid $ring; border-radius: 4px; }
QFrame[kind="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; color: $ink; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QPushButton { background: $surface; color: $ink; border: 1px solid $ring; border-radius: 9px;
    padding: 9px 17px; outline: 0; }
QPushButton:hover { background: $canvas; }
QPushButton:focus { border: 2px solid $accent; padding: 8px 16px; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $track; color: $muted; border-color: $track; }
QPushButton[kind="quiet"] { background: transparent; color: $accent; border: 1px solid transparent;
    padding: 7px 11px; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 6px 10px; }
QPushButton[kind="quiet"]:checked { background: $accent_soft; border: 1px solid $accent; }
QPushButton[kind="quiet"]:checked:focus { border: 2px solid $accent; }
QPushButton[kind="quiet"]:disabled { color: $muted; }
QPushButton[kind="fold"] { background: transparent; color: $accent; border: 1px solid transparent;
    padding: 6px 9px; }
QPushButton[kind="fold"]:disabled { color: $muted; }
QPushButton[kind="fold"]:hover { background: $accent_soft; }
QPushButton[kind="fold"]:focus { border: 2px solid $accent; padding: 5px 8px; }
QPushButton[kind="tab"] { background: transparent; color: $muted; border: 1px solid transparent;
    border-radius: 8px; padding: 6px 11px; }
QPushButton[kind="tab"]:hover { color: $ink; }
QPushButton[kind="tab"]:checked { background: $accent_soft; color: $accent; }
QPushButton[kind="tab"]:focus { border: 2px solid $accent; padding: 5px 10px; }
QPushButton[kind="chip"] { background: $surface; color: $ink; border: 1px solid $ring; border-radius: 8px;
    padding: 6px 11px; }
QPushButton[kind="chip"]:hover { background: $accent_soft; }
QPushButton[kind="chip"]:checked { background: $accent_soft; color: $accent; border: 1px solid $accent; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 5px 10px; }
QPushButton[kind="state"] { background: transparent; color: $muted; border: 1px solid $line;
    border-radius: 8px; padding: 5px 10px; }
QPushButton[kind="state"]:hover { background: $accent_soft; }
QPushButton[kind="state"][state="under-way"] { color: $accent; border-color: $accent; }
QPushButton[kind="state"][state="done"] { color: $good; border-color: $good; }
QPushButton[kind="state"]:focus { border: 2px solid $accent; padding: 4px 9px; }
QMenu { background: $surface; color: $ink; border: 1px solid $ring; padding: 4px; }
QMenu::item { padding: 7px 22px 7px 26px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 8px; height: 8px; left: 9px; }
QMenu::indicator:checked { background: $accent; border-radius: 4px; }
QPushButton[kind="round"] { padding: 0; border-radius: 9px; }
QPushButton[kind="round"]:focus { padding: 0; }
QPushButton[kind="bare"] { background: transparent; border: 1px solid transparent; padding: 0;
    border-radius: 8px; }
QPushButton[kind="bare"]:hover { background: $accent_soft; }
QPushButton[kind="bare"]:checked { background: $accent_soft; }
QPushButton[kind="bare"]:focus { border: 2px solid $accent; padding: 0; }
QLineEdit, QComboBox, QPlainTextEdit {
    background: $surface; color: $ink; border: 1px solid $ring; border-radius: 8px; padding: 7px 10px;
    placeholder-text-color: $muted;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 6px 9px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $canvas; border-color: $line; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 30px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $ring; outline: 0;
    padding: 4px;
    selection-background-color: $accent_soft; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 2px 6px; }
QTableView { background: $surface; color: $ink; border: 1px solid $line; border-radius: 10px; padding: 3px;
    gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink; outline: 0; }
QTableView:focus { border: 2px solid $accent; padding: 2px; }
QTableView::item { padding: 4px 8px; border: 0; border-bottom: 1px solid $line; }
QTableView[kind="figures"] { border: 1px solid transparent; padding: 1px;
    selection-background-color: transparent; }
QTableView[kind="figures"]:focus { border: 1px solid $accent; padding: 1px; }
QTableView[kind="figures"] QHeaderView::section { border-bottom: 1px solid $line; padding: 4px 7px; }
QTableView[kind="dense"] QHeaderView::section { font-size: 12px; padding: 4px 5px; }
QHeaderView { background: transparent; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $ring;
    padding: 8px 11px; }
QTableCornerButton::section { background: $surface; border: 0; }
QListView#companies, QListView#due, QListView[kind="lines"] { background: $surface; color: $ink;
    border: 1px solid $line; border-radius: 10px; padding: 4px; outline: 0; }
QListView#companies:focus, QListView#due:focus, QListView[kind="lines"]:focus {
    border: 2px solid $accent; padding: 3px; }
QProgressBar { background: $track; border: 0; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $ring; border-radius: 2px; min-height: 40px; margin: 2px 3px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $ring; border-radius: 3px; min-width: 40px; margin: 3px 2px; }
.QRadioButton { color: $ink; border: 2px solid transparent; border-radius: 7px; padding: 2px 5px; }
.QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $ring; border-radius: 8px;
    background: $surface; }
.QRadioButton::indicator:checked { width: 8px; height: 8px; border: 4px solid $accent; background: $surface; }
.QRadioButton:focus { border-color: $accent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $track; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $ring; padding: 6px 8px; }
QDialog, QMessageBox { background: $canvas; }
""")


def stylesheet(tokens: Tokens) -> str:
    """The style sheet in a theme's colours."""
    return _SHEET.substitute(tokens._asdict())
