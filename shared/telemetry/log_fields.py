"""The fields that a log line may carry.

A list of what is allowed, since a list of what is forbidden would always be one name short: a prospect's name, a
prompt, a key or an address can only reach a log through a field that somebody added here.
"""

LOGGABLE_FIELDS = frozenset(
    """
    action age_hours attempt attempts batch_id busy code cost_micros count currency dry_run duplicates_in_file
    duplicates_known duration_ms erasure_id errors finish_reason format function generation http_status import_id
    input_tokens item_id kind language latency_ms logger mended message_id method model operation output_tokens
    principal_id prompt_id prompt_version prospect_id provider reason register request_id retry_after_seconds role
    route rows schedule_id screen secret state status template_id usable version webhook_id workspace_id
    """.split()
)
"""Ids, counts, names of our own things, durations. Never text that a person wrote or that describes a person."""

MAXIMUM_LENGTH = 300
"""Longer strings are cut: whatever is longer is text, and text is not for logs."""
