"""The endpoint as it is usually written: FastAPI, LangChain's Gemini integration and Firestore's client.

It takes what POST /v1/generations takes, asks the model for a structured draft and stores it. It has no facts, no gate,
no counters, no audit and no outbox: what it leaves out is part of what the comparison says. Runs in an environment of
its own (requirements/load.txt) and imports nothing of ours.
"""

import os
import uuid
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from google.cloud import firestore
from langchain_core.prompts import ChatPromptTemplate
from langchain_google_genai import ChatGoogleGenerativeAI
from pydantic import BaseModel


class Prospect(BaseModel):
    """Who is written to."""

    full_name: str
    title: str | None = None
    company: str | None = None


class GenerationRequest(BaseModel):
    """What is asked for."""

    prospect: Prospect
    format: str
    language: str


class Draft(BaseModel):
    """What the model answers."""

    body: str


app = FastAPI()
documents = firestore.Client(project=os.environ["PROJECT"], database=os.environ["DATABASE"])
model = ChatGoogleGenerativeAI(
    model="gemini-2.5-flash", api_key="bench", base_url=os.environ["GEMINI_URL"], max_retries=0
)
prompt = ChatPromptTemplate.from_messages(
    [
        ("system", "You write personal outreach messages in {language} as {format}. Use only what is given."),
        ("human", "Name: {full_name}\nTitle: {title}\nCompany: {company}"),
    ]
)
chain = prompt | model.with_structured_output(Draft, method="json_schema")


def known(credentials: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> str:
    """The workspace of the key."""
    if credentials.credentials != os.environ["KEY"]:
        raise HTTPException(401)
    return "a-workspace"


@app.get("/v1/generate/health")
def health() -> dict[str, str]:
    """Ready."""
    return {"status": "ok"}


@app.post("/v1/generations", status_code=201)
def generate(asked: GenerationRequest, workspace: Annotated[str, Depends(known)]) -> dict[str, str]:
    """Write one message and keep it."""
    draft = chain.invoke({**asked.prospect.model_dump(), "language": asked.language, "format": asked.format})
    message = {"body": draft.body, "created_at": datetime.now(UTC), "prospect": asked.prospect.model_dump()}
    id_ = uuid.uuid4().hex
    documents.collection("workspaces", workspace, "messages").document(id_).set(message)
    return {"id": id_, "body": draft.body}
