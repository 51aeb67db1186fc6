"""The addresses of signing in."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.access import admin_pages, factor_pages, pages

app_name = "access"
urlpatterns = [
    path("sign-in/", pages.enter, name="sign_in"),
    path("sign-in/demo/<str:token>/", pages.enter_demo, name="demo"),
    path("sign-in/first/<str:number>/<str:token>/", pages.set_password, name="set_password"),
    path("sign-in/code/", factor_pages.code, name="code"),
    path("sign-in/second/", factor_pages.enrol, name="enrol"),
    path("sign-in/second/picture.svg", factor_pages.picture, name="picture"),
    path("me/second/", factor_pages.factor, name="factor"),
    path("accounts/", admin_pages.accounts, name="accounts"),
    path("accounts/new/", admin_pages.make, name="make"),
    path("accounts/<int:number>/", admin_pages.account, name="account"),
    path("accounts/<int:number>/<slug:verb>/", admin_pages.act, name="act"),
    path("attempts/", admin_pages.attempts, name="attempts"),
    path("acts/", admin_pages.acts, name="acts"),
    path("keys/", admin_pages.keys, name="keys"),
    path("sign-out/", pages.leave, name="sign_out"),
    path("home/", pages.home, name="home"),
    path("me/account/", pages.me, name="me"),
    path("me/role/", pages.change_role, name="change_role"),
]
