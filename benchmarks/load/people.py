"""What locust's users do: ask for one message after another."""

import os

from locust import HttpUser, constant, task

_ASKED = {
    "prospect": {"full_name": "Lucía Ferrer", "title": "Directora de Operaciones", "company": "Logística Norte"},
    "format": "linkedin_note",
    "language": "es",
}


class Seller(HttpUser):
    """One request at a time, without a pause."""

    wait_time = constant(0)

    @task
    def generate(self) -> None:
        """Ask for a message; anything but 201 is a failure."""
        headers = {"Authorization": f"Bearer {os.environ['KEY']}"}
        with self.client.post("/v1/generations", json=_ASKED, headers=headers, catch_response=True) as answer:
            if answer.status_code != 201:
                answer.failure(f"status {answer.status_code}")
