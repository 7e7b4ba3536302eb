"""Convene without Discord's face: rules, use cases, storage, and the parts that run them."""

import os

# onnxruntime tells its makers about the machine and the model, and keeps a file of it, unless it
# is told not to before it is loaded. Nothing that this process knows goes anywhere but to Discord.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
