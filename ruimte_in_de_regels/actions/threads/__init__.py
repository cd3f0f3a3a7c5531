# SPDX-License-Identifier: EUPL-1.2
"""What happens between a case and those whom it asks: ministries and other tables."""

from .answering import (
    acknowledge,
    answer,
    answer_back,
    ask_back,
    draft_mark,
    expire,
    extend,
    investigate,
    save_answer,
)
from .asking import add_thread, again, change_thread, send_threads, withdraw
from .base import follow_terms
from .chasing import (
    MADE,
    backup_of,
    chase,
    chase_jointly,
    next_joint_step,
    next_step,
    silence_in_words,
)
from .forwarding import (
    Colleague,
    attach_files,
    drop_file,
    files_of,
    forward,
    holders_of,
    may_be_contacted,
    open_reporters,
)
from .handing_over import pass_on
from .reminding import remind, why_no_reminder

__all__ = [
    "MADE",
    "Colleague",
    "acknowledge",
    "add_thread",
    "again",
    "answer",
    "answer_back",
    "ask_back",
    "attach_files",
    "backup_of",
    "change_thread",
    "chase",
    "chase_jointly",
    "draft_mark",
    "drop_file",
    "expire",
    "extend",
    "files_of",
    "follow_terms",
    "forward",
    "holders_of",
    "investigate",
    "may_be_contacted",
    "open_reporters",
    "next_joint_step",
    "next_step",
    "pass_on",
    "remind",
    "save_answer",
    "send_threads",
    "silence_in_words",
    "why_no_reminder",
    "withdraw",
]
