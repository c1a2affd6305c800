"""What a fund is allowed to do (riktlinje): the policy and its presets."""
